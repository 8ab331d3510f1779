<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>planning</name>
    <message numerus="yes">
      <source>%n candidates</source>
      <translation>
        <numerusform>%n kandidaat</numerusform>
        <numerusform>%n kandidaten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n candidates wait for a place</source>
      <translation>
        <numerusform>%n kandidaat wacht op een plaats</numerusform>
        <numerusform>%n kandidaten wachten op een plaats</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n communicated pitches move.</source>
      <translation>
        <numerusform>%n meegedeelde pitch verschuift.</numerusform>
        <numerusform>%n meegedeelde pitches verschuiven.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n communicated pitches move: {names}.</source>
      <translation>
        <numerusform>Eén meegedeelde pitch verschuift: {names}.</numerusform>
        <numerusform>%n meegedeelde pitches verschuiven: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n get a place</source>
      <translation>
        <numerusform>%n krijgt een plaats</numerusform>
        <numerusform>%n krijgen een plaats</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n have none: {names}.</source>
      <translation>
        <numerusform>%n heeft er geen: {names}.</numerusform>
        <numerusform>%n hebben er geen: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n jurors</source>
      <translation>
        <numerusform>%n jurylid</numerusform>
        <numerusform>%n juryleden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n keep their hour before another panel</source>
      <translation>
        <numerusform>%n houdt zijn uur voor een ander panel</numerusform>
        <numerusform>%n houden hun uur voor een ander panel</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n lose their place</source>
      <translation>
        <numerusform>%n verliest zijn plaats</numerusform>
        <numerusform>%n verliezen hun plaats</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them had been told an hour: {names}.</source>
      <translation>
        <numerusform>Aan %n van hen was al een uur meegedeeld: {names}.</numerusform>
        <numerusform>Aan %n van hen was al een uur meegedeeld: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pages sent to the printer.</source>
      <translation>
        <numerusform>%n bladzijde naar de printer gestuurd.</numerusform>
        <numerusform>%n bladzijden naar de printer gestuurd.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches</source>
      <translation>
        <numerusform>%n pitch</numerusform>
        <numerusform>%n pitches</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches have a place.</source>
      <translation>
        <numerusform>%n pitch heeft een plaats.</numerusform>
        <numerusform>%n pitches hebben een plaats.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches move</source>
      <translation>
        <numerusform>%n pitch verschuift</numerusform>
        <numerusform>%n pitches verschuiven</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches stand elsewhere than in that version: {names}.</source>
      <translation>
        <numerusform>Eén pitch staat elders dan in die versie: {names}.</numerusform>
        <numerusform>%n pitches staan elders dan in die versie: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n sessions</source>
      <translation>
        <numerusform>%n sessie</numerusform>
        <numerusform>%n sessies</numerusform>
      </translation>
    </message>
    <message>
      <source>A new invitation will be ready for those who were invited.</source>
      <translation>Voor wie al uitgenodigd was, komt bij Brieven een nieuwe uitnodiging klaar te staan.</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Toevoegen</translation>
    </message>
    <message>
      <source>Add what you suppose, and have it worked out.</source>
      <translation>Voeg toe wat je veronderstelt, en laat het uitrekenen.</translation>
    </message>
    <message>
      <source>All of it into a folder…</source>
      <translation>Alles naar een map…</translation>
    </message>
    <message>
      <source>Arrows move, Page Up and Page Down move half an hour, Home and End go to the first and last hour, Enter puts it there, Esc leaves it.</source>
      <translation>Pijltjes verplaatsen, Page Up en Page Down een half uur, Home en End naar het eerste en laatste uur; Enter zet ze daar, Esc laat ze staan.</translation>
    </message>
    <message>
      <source>Availability of the jury</source>
      <translation>Beschikbaarheid van de jury</translation>
    </message>
    <message>
      <source>Availability of the jury…</source>
      <translation>Beschikbaarheid van de jury…</translation>
    </message>
    <message>
      <source>Availability…</source>
      <translation>Beschikbaarheid…</translation>
    </message>
    <message>
      <source>Becomes</source>
      <translation>Wordt</translation>
    </message>
    <message>
      <source>Before the jurors who can come now: {names}.</source>
      <translation>Voor de juryleden die nu kunnen, en niet het panel van toen: {names}.</translation>
    </message>
    <message>
      <source>Burden of the jury (minutes)</source>
      <translation>Belasting van de jury (minuten)</translation>
    </message>
    <message>
      <source>Calendar of the room (.ics)…</source>
      <translation>Agenda van de zaal (.ics)…</translation>
    </message>
    <message>
      <source>Calendars of the candidates (.ics)…</source>
      <translation>Agenda's van de kandidaten (.ics)…</translation>
    </message>
    <message>
      <source>Calendars of the jurors (.ics)…</source>
      <translation>Agenda's van de juryleden (.ics)…</translation>
    </message>
    <message>
      <source>Candidate</source>
      <translation>Kandidaat</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Wijziging</translation>
    </message>
    <message>
      <source>Change the session of {day}</source>
      <translation>Sessie van {day} wijzigen</translation>
    </message>
    <message>
      <source>Changes of challenge</source>
      <translation>Wissels van uitdaging</translation>
    </message>
    <message>
      <source>Changes places with {reference}.</source>
      <translation>Wisselt van plaats met {reference}.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Communicated pitches left out</source>
      <translation>Meegedeelde pitches zonder plaats</translation>
    </message>
    <message>
      <source>Differences</source>
      <translation>Verschillen</translation>
    </message>
    <message>
      <source>Drag it to a session, or press M</source>
      <translation>Sleep de naam naar een sessie, of druk op M</translation>
    </message>
    <message>
      <source>Every pitch that has a place stands where it stood then.</source>
      <translation>Elke pitch met een plaats staat waar ze toen stond.</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exporteren</translation>
    </message>
    <message>
      <source>First decide which candidates may pitch. Then the pitches can be planned.</source>
      <translation>Beslis eerst welke kandidaten mogen pitchen. Daarna kun je de pitches plannen.</translation>
    </message>
    <message>
      <source>Folder for the calendars</source>
      <translation>Map voor de agenda's</translation>
    </message>
    <message>
      <source>Folder for the files of the plan</source>
      <translation>Map voor de bestanden van de planning</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Van</translation>
    </message>
    <message>
      <source>From now on a new plan moves as few pitches as possible. Send the invitations under Letters.</source>
      <translation>Vanaf nu verplaatst een nieuwe planning zo weinig mogelijk pitches. De uitnodigingen staan bij Brieven.</translation>
    </message>
    <message>
      <source>From version</source>
      <translation>Van versie</translation>
    </message>
    <message>
      <source>Give it a place</source>
      <translation>Een plaats geven</translation>
    </message>
    <message>
      <source>Has this plan been communicated?</source>
      <translation>Is deze planning meegedeeld?</translation>
    </message>
    <message>
      <source>Idle minutes</source>
      <translation>Lege minuten</translation>
    </message>
    <message>
      <source>Invitations (letters)</source>
      <translation>Uitnodigingen (brieven)</translation>
    </message>
    <message>
      <source>Invited after this plan was made. Plan again to give it a place.</source>
      <translation>Uitgenodigd nadat deze planning gemaakt was. Plan opnieuw om een plaats te geven.</translation>
    </message>
    <message>
      <source>It becomes version {number}. No version is lost.</source>
      <translation>Het wordt versie {number}. Er gaat geen versie verloren.</translation>
    </message>
    <message>
      <source>It is locked and stays where it is. Unlock it first (L).</source>
      <translation>Ze is vergrendeld en blijft waar ze staat. Ontgrendel ze eerst (L).</translation>
    </message>
    <message>
      <source>Jurors</source>
      <translation>Juryleden</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Bewaren</translation>
    </message>
    <message>
      <source>Keep the plan that is nearest to version {number}?</source>
      <translation>De planning bewaren die het dichtst bij versie {number} ligt?</translation>
    </message>
    <message>
      <source>L on the pitch</source>
      <translation>L op de pitch</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>Vergrendelen</translation>
    </message>
    <message>
      <source>Lock or unlock the chosen pitch</source>
      <translation>De gekozen pitch vergrendelen of losmaken</translation>
    </message>
    <message>
      <source>Lock the pitch of {reference}</source>
      <translation>Pitch van {reference} vergrendelen</translation>
    </message>
    <message>
      <source>Looking what that does…</source>
      <translation>Even nakijken…</translation>
    </message>
    <message>
      <source>Looking why not…</source>
      <translation>Nagaan waarom niet…</translation>
    </message>
    <message>
      <source>Looking why pitches moved…</source>
      <translation>Uitzoeken waarom pitches verschoven zijn…</translation>
    </message>
    <message>
      <source>M on the pitch</source>
      <translation>M op de pitch</translation>
    </message>
    <message>
      <source>Making the files of the plan…</source>
      <translation>De bestanden van de planning worden gemaakt…</translation>
    </message>
    <message>
      <source>Mark as communicated</source>
      <translation>Noteren</translation>
    </message>
    <message>
      <source>Mark as communicated…</source>
      <translation>Als meegedeeld noteren…</translation>
    </message>
    <message>
      <source>Mark plan as communicated</source>
      <translation>Planning als meegedeeld noteren</translation>
    </message>
    <message>
      <source>Minutes moved</source>
      <translation>Minuten verplaatst</translation>
    </message>
    <message>
      <source>Move</source>
      <translation>Verplaatsen</translation>
    </message>
    <message>
      <source>Move the chosen pitch</source>
      <translation>De gekozen pitch verplaatsen</translation>
    </message>
    <message>
      <source>Move the pitch of {reference}</source>
      <translation>Pitch van {reference} verplaatsen</translation>
    </message>
    <message>
      <source>Moved since communicated</source>
      <translation>Verplaatst t.o.v. meegedeeld</translation>
    </message>
    <message>
      <source>No communicated pitch moves.</source>
      <translation>Geen enkele meegedeelde pitch verschuift.</translation>
    </message>
    <message>
      <source>No longer heard, and so left out: {names}.</source>
      <translation>Niet meer uitgenodigd, en dus weggelaten: {names}.</translation>
    </message>
    <message>
      <source>No plan is better, and that is proven. It stays as it is.</source>
      <translation>Beter kan niet, en dat is bewezen. De planning blijft zoals ze is.</translation>
    </message>
    <message>
      <source>No plan was found near to it.</source>
      <translation>Er is geen planning gevonden die erbij ligt.</translation>
    </message>
    <message>
      <source>No plan was found. Give the planner more availability of jurors.</source>
      <translation>Er is geen planning gevonden. Vul meer beschikbaarheid van juryleden in.</translation>
    </message>
    <message>
      <source>Nobody has been invited yet</source>
      <translation>Er is nog niemand uitgenodigd</translation>
    </message>
    <message>
      <source>Not on the panel: {names}.</source>
      <translation>Niet in het panel: {names}.</translation>
    </message>
    <message>
      <source>Not possible:</source>
      <translation>Kan niet:</translation>
    </message>
    <message>
      <source>Noted as communicated: from now on a new plan moves as few pitches as possible.</source>
      <translation>Genoteerd als meegedeeld: een nieuwe planning verplaatst voortaan zo weinig mogelijk.</translation>
    </message>
    <message>
      <source>Nothing better was found in time. The plan stays as it is.</source>
      <translation>Binnen de tijd is niets beters gevonden. De planning blijft zoals ze is.</translation>
    </message>
    <message>
      <source>Nothing is different.</source>
      <translation>Er is geen verschil.</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>Map openen</translation>
    </message>
    <message>
      <source>Outside the sessions: it stays where it is.</source>
      <translation>Buiten de sessies: ze blijft waar ze staat.</translation>
    </message>
    <message>
      <source>Panel</source>
      <translation>Panel</translation>
    </message>
    <message>
      <source>Pitches left out</source>
      <translation>Zonder plaats</translation>
    </message>
    <message>
      <source>Pitches planned</source>
      <translation>Pitches ingepland</translation>
    </message>
    <message>
      <source>Pitches without an expert</source>
      <translation>Pitches zonder deskundige</translation>
    </message>
    <message>
      <source>Plan again</source>
      <translation>Opnieuw plannen</translation>
    </message>
    <message>
      <source>Plan as near to it as possible</source>
      <translation>Zo dicht mogelijk erbij plannen</translation>
    </message>
    <message>
      <source>Plan pitches</source>
      <translation>Plan pitches</translation>
    </message>
    <message>
      <source>Plan.xlsx</source>
      <translation>Planning.xlsx</translation>
    </message>
    <message>
      <source>Planning</source>
      <translation>Planning</translation>
    </message>
    <message>
      <source>Planning as near to version {number} as possible…</source>
      <translation>Planning zo dicht mogelijk bij versie {number}…</translation>
    </message>
    <message>
      <source>Planning the pitches…</source>
      <translation>De pitches worden gepland…</translation>
    </message>
    <message>
      <source>Possible, and nothing gets worse.</source>
      <translation>Kan, en niets wordt slechter.</translation>
    </message>
    <message>
      <source>Possible, at a cost:</source>
      <translation>Kan, maar het kost iets:</translation>
    </message>
    <message>
      <source>Print the running order…</source>
      <translation>Draaiboek afdrukken…</translation>
    </message>
    <message>
      <source>Put back</source>
      <translation>Terugzetten</translation>
    </message>
    <message>
      <source>Put version {number} back?</source>
      <translation>Versie {number} terugzetten?</translation>
    </message>
    <message>
      <source>Put version {number} back…</source>
      <translation>Versie {number} terugzetten…</translation>
    </message>
    <message>
      <source>Put version {number} of the plan back</source>
      <translation>Versie {number} van de planning terugzetten</translation>
    </message>
    <message>
      <source>Running order</source>
      <translation>Draaiboek</translation>
    </message>
    <message>
      <source>Running order (PDF)…</source>
      <translation>Draaiboek (PDF)…</translation>
    </message>
    <message>
      <source>Running-order.pdf</source>
      <translation>Draaiboek.pdf</translation>
    </message>
    <message>
      <source>See what would move, and why, before it happens. The plan and the dossier stay as they are. Delete takes a line out of the list.</source>
      <translation>Kijk wat er zou verschuiven, en waarom, voor het gebeurt. De planning en het dossier blijven zoals ze zijn. Delete haalt een lijn uit de lijst.</translation>
    </message>
    <message>
      <source>Sessions</source>
      <translation>Sessies</translation>
    </message>
    <message>
      <source>Sessions without a common juror</source>
      <translation>Sessies zonder vast jurylid</translation>
    </message>
    <message>
      <source>Sessions…</source>
      <translation>Sessies…</translation>
    </message>
    <message>
      <source>So it cannot be put back as it was. The planner can look for the plan that holds now and moves as few pitches away from it as possible; you see it before it is kept.</source>
      <translation>Zo kan ze dus niet terug. De planner kan wel een planning zoeken die nu klopt en er zo weinig mogelijk van afwijkt; je ziet ze voor ze bewaard wordt.</translation>
    </message>
    <message>
      <source>Solution</source>
      <translation>Oplossing</translation>
    </message>
    <message>
      <source>Stopped before there was a plan. Nothing has changed.</source>
      <translation>Gestopt voor er een plan was. Er is niets veranderd.</translation>
    </message>
    <message>
      <source>Stopped: nothing better was found by then. The plan stays as it is.</source>
      <translation>Gestopt: tot dan is niets beters gevonden. De planning blijft zoals ze is.</translation>
    </message>
    <message>
      <source>Stopped: the best plan so far is kept; that it is the best is not proven.</source>
      <translation>Gestopt: het beste plan tot nu toe is bewaard; dat het niet beter kan, is niet bewezen.</translation>
    </message>
    <message>
      <source>Suppose that</source>
      <translation>Stel dat</translation>
    </message>
    <message>
      <source>The pitch of {reference} has been moved.</source>
      <translation>De pitch van {reference} is verplaatst.</translation>
    </message>
    <message>
      <source>The pitch of {reference} is locked: a new plan leaves it there.</source>
      <translation>De pitch van {reference} is vergrendeld: een nieuwe planning laat ze staan.</translation>
    </message>
    <message>
      <source>The pitch of {reference} is no longer locked.</source>
      <translation>De pitch van {reference} is niet meer vergrendeld.</translation>
    </message>
    <message>
      <source>The pitches of {reference} and {other} have changed places.</source>
      <translation>De pitches van {reference} en {other} zijn van plaats gewisseld.</translation>
    </message>
    <message>
      <source>The plan no longer holds</source>
      <translation>Deze planning klopt niet meer</translation>
    </message>
    <message>
      <source>The planner is looking why…</source>
      <translation>De planner zoekt uit waarom…</translation>
    </message>
    <message>
      <source>The planner is looking…</source>
      <translation>De planner zoekt het uit…</translation>
    </message>
    <message>
      <source>The planner puts the pitches in the sessions, with breaks, enough jurors and no conflicts.</source>
      <translation>De planner vult de sessies, met pauzes, genoeg juryleden en zonder belangenconflicten.</translation>
    </message>
    <message>
      <source>The planner works it out…</source>
      <translation>De planner rekent het uit…</translation>
    </message>
    <message>
      <source>The session has other hours now.</source>
      <translation>De sessie heeft nu andere uren.</translation>
    </message>
    <message numerus="yes">
      <source>The session of {session} begins %n minutes earlier</source>
      <translation>
        <numerusform>De sessie van {session} begint %n minuut vroeger</numerusform>
        <numerusform>De sessie van {session} begint %n minuten vroeger</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The session of {session} begins %n minutes later</source>
      <translation>
        <numerusform>De sessie van {session} begint %n minuut later</numerusform>
        <numerusform>De sessie van {session} begint %n minuten later</numerusform>
      </translation>
    </message>
    <message>
      <source>The session of {session} falls out</source>
      <translation>De sessie van {session} valt weg</translation>
    </message>
    <message>
      <source>There is a candidate more</source>
      <translation>Er komt een kandidaat bij</translation>
    </message>
    <message>
      <source>There would be no plan.</source>
      <translation>Er zou geen planning zijn.</translation>
    </message>
    <message>
      <source>This is where it stands now.</source>
      <translation>Hier staat ze nu.</translation>
    </message>
    <message>
      <source>This session is gone.</source>
      <translation>Deze sessie is er niet meer.</translation>
    </message>
    <message>
      <source>To deliberation</source>
      <translation>Naar deliberatie</translation>
    </message>
    <message>
      <source>To version</source>
      <translation>Naar versie</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>Losmaken</translation>
    </message>
    <message>
      <source>Unlock the pitch of {reference}</source>
      <translation>Pitch van {reference} losmaken</translation>
    </message>
    <message>
      <source>Version {number}</source>
      <translation>Versie {number}</translation>
    </message>
    <message>
      <source>Version {number} counts again, as a new version.</source>
      <translation>Versie {number} geldt opnieuw, als een nieuwe versie.</translation>
    </message>
    <message>
      <source>Version {number} no longer holds</source>
      <translation>Versie {number} klopt niet meer</translation>
    </message>
    <message>
      <source>Version {number} · {moment}</source>
      <translation>Versie {number} · {moment}</translation>
    </message>
    <message>
      <source>Versions and differences…</source>
      <translation>Versies en verschillen…</translation>
    </message>
    <message>
      <source>Versions of the plan</source>
      <translation>Versies van de planning</translation>
    </message>
    <message>
      <source>Was</source>
      <translation>Was</translation>
    </message>
    <message>
      <source>What follows was worked out with what was known when this plan was made.</source>
      <translation>Wat hieronder staat, gold voor wat bekend was toen deze planning gemaakt werd.</translation>
    </message>
    <message>
      <source>What if…</source>
      <translation>Wat als…</translation>
    </message>
    <message>
      <source>What is supposed</source>
      <translation>Wat verondersteld wordt</translation>
    </message>
    <message>
      <source>What moves and why…</source>
      <translation>Wat verschuift en waarom…</translation>
    </message>
    <message>
      <source>What would help:</source>
      <translation>Kan wel als:</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Waarom</translation>
    </message>
    <message>
      <source>Why not in another session?</source>
      <translation>Waarom niet in een andere sessie?</translation>
    </message>
    <message>
      <source>Why not on {day}?</source>
      <translation>Waarom niet op {day}?</translation>
    </message>
    <message>
      <source>Wished day missed</source>
      <translation>Gewenste dag niet gehaald</translation>
    </message>
    <message>
      <source>Without a place</source>
      <translation>Zonder plaats</translation>
    </message>
    <message>
      <source>Without a place: {names}.</source>
      <translation>Zonder plaats: {names}.</translation>
    </message>
    <message>
      <source>Work it out</source>
      <translation>Reken uit</translation>
    </message>
    <message>
      <source>Workbook (Excel)…</source>
      <translation>Werkmap (Excel)…</translation>
    </message>
    <message>
      <source>Working out what would be…</source>
      <translation>Uitrekenen wat er zou gebeuren…</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>en nog %n</numerusform>
        <numerusform>en nog %n</numerusform>
      </translation>
    </message>
    <message>
      <source>break</source>
      <translation>pauze</translation>
    </message>
    <message>
      <source>communicated</source>
      <translation>meegedeeld</translation>
    </message>
    <message>
      <source>communicated on {day}</source>
      <translation>meegedeeld op {day}</translation>
    </message>
    <message>
      <source>export agenda calendar ics excel pdf running order draaiboek</source>
      <translation>export uit agenda kalender ics excel pdf draaiboek uitnodigen</translation>
    </message>
    <message>
      <source>good, not proven</source>
      <translation>goed, niet bewezen</translation>
    </message>
    <message>
      <source>impossible</source>
      <translation>onmogelijk</translation>
    </message>
    <message>
      <source>locked</source>
      <translation>vergrendeld</translation>
    </message>
    <message>
      <source>loses place</source>
      <translation>valt weg</translation>
    </message>
    <message>
      <source>moved by hand</source>
      <translation>met de hand verplaatst</translation>
    </message>
    <message>
      <source>moves</source>
      <translation>verschuift</translation>
    </message>
    <message>
      <source>new</source>
      <translation>nieuw</translation>
    </message>
    <message>
      <source>no longer holds</source>
      <translation>klopt niet meer</translation>
    </message>
    <message>
      <source>no place</source>
      <translation>geen plaats</translation>
    </message>
    <message>
      <source>nobody is available</source>
      <translation>niemand is beschikbaar</translation>
    </message>
    <message>
      <source>not communicated yet</source>
      <translation>nog niet meegedeeld</translation>
    </message>
    <message numerus="yes">
      <source>of %n minutes</source>
      <translation>
        <numerusform>van %n minuut</numerusform>
        <numerusform>van %n minuten</numerusform>
      </translation>
    </message>
    <message>
      <source>outdated</source>
      <translation>verouderd</translation>
    </message>
    <message>
      <source>panel</source>
      <translation>panel</translation>
    </message>
    <message>
      <source>proven optimal</source>
      <translation>bewezen optimaal</translation>
    </message>
    <message>
      <source>room {number}</source>
      <translation>zaal {number}</translation>
    </message>
    <message>
      <source>session window add change day hours room place online</source>
      <translation>sessie venster toevoegen wijzigen dag uren zaal plaats online</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>gestopt</translation>
    </message>
    <message>
      <source>suppose drop out withdraw session falls out</source>
      <translation>veronderstellen simuleren valt weg trekt zich terug scenario</translation>
    </message>
    <message>
      <source>to</source>
      <translation>naar</translation>
    </message>
    <message>
      <source>without a place</source>
      <translation>zonder plaats</translation>
    </message>
    <message>
      <source>{free} of {all} available</source>
      <translation>{free} van {all} beschikbaar</translation>
    </message>
    <message>
      <source>{name} cannot come on {session}</source>
      <translation>{name} kan niet op {session}</translation>
    </message>
    <message>
      <source>{name} drops out</source>
      <translation>{name} valt weg</translation>
    </message>
    <message>
      <source>{reference} withdraws</source>
      <translation>{reference} trekt zich terug</translation>
    </message>
  </context>
</TS>
