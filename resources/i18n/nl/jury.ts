<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>jury</name>
    <message>
      <source> min</source>
      <translation> min</translation>
    </message>
    <message numerus="yes">
      <source>%n already the same</source>
      <translation>
        <numerusform>%n al hetzelfde</numerusform>
        <numerusform>%n al hetzelfde</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n candidacies</source>
      <translation>
        <numerusform>%n kandidatuur</numerusform>
        <numerusform>%n kandidaturen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n changed</source>
      <translation>
        <numerusform>%n gewijzigd</numerusform>
        <numerusform>%n gewijzigd</numerusform>
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
      <source>%n jurors added</source>
      <translation>
        <numerusform>%n jurylid toegevoegd</numerusform>
        <numerusform>%n juryleden toegevoegd</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n kept as a draft</source>
      <translation>
        <numerusform>%n als concept bewaard</numerusform>
        <numerusform>%n als concept bewaard</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n not taken over</source>
      <translation>
        <numerusform>%n niet overgenomen</numerusform>
        <numerusform>%n niet overgenomen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n observers</source>
      <translation>
        <numerusform>%n waarnemer</numerusform>
        <numerusform>%n waarnemers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n refused</source>
      <translation>
        <numerusform>%n geweigerd</numerusform>
        <numerusform>%n geweigerd</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n sessions</source>
      <translation>
        <numerusform>%n sessie</numerusform>
        <numerusform>%n sessies</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n sheets submitted</source>
      <translation>
        <numerusform>%n beoordeling ingediend</numerusform>
        <numerusform>%n beoordelingen ingediend</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suspected conflicts wait for your judgement</source>
      <translation>
        <numerusform>%n vermoed conflict wacht op je oordeel</numerusform>
        <numerusform>%n vermoede conflicten wachten op je oordeel</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n to add</source>
      <translation>
        <numerusform>%n toe te voegen</numerusform>
        <numerusform>%n toe te voegen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n to change</source>
      <translation>
        <numerusform>%n te wijzigen</numerusform>
        <numerusform>%n te wijzigen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n to judge</source>
      <translation>
        <numerusform>%n te beoordelen</numerusform>
        <numerusform>%n te beoordelen</numerusform>
      </translation>
    </message>
    <message>
      <source>A locked file with the juror's candidacies, to score from elsewhere</source>
      <translation>Een vergrendeld bestand met de kandidaturen van dit jurylid, om elders te scoren</translation>
    </message>
    <message>
      <source>A packet for {name}</source>
      <translation>Een pakket voor {name}</translation>
    </message>
    <message>
      <source>A row for each juror and a column for each session, to fill in and import again</source>
      <translation>Een rij per jurylid en een kolom per sessie, om in te vullen en weer te importeren</translation>
    </message>
    <message>
      <source>A session must begin before it ends.</source>
      <translation>Een sessie moet beginnen voor ze eindigt.</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Toevoegen</translation>
    </message>
    <message>
      <source>Add juror</source>
      <translation>Jurylid toevoegen</translation>
    </message>
    <message>
      <source>Add the first juror</source>
      <translation>Eerste jurylid toevoegen</translation>
    </message>
    <message>
      <source>Answers</source>
      <translation>Antwoorden</translation>
    </message>
    <message>
      <source>At most per day</source>
      <translation>Hoogstens per dag</translation>
    </message>
    <message>
      <source>At most per day, in minutes; 0 is no limit</source>
      <translation>Hoogstens per dag, in minuten; 0 is geen grens</translation>
    </message>
    <message>
      <source>Availability</source>
      <translation>Beschikbaarheid</translation>
    </message>
    <message>
      <source>Availability of the jury</source>
      <translation>Beschikbaarheid van de jury</translation>
    </message>
    <message>
      <source>Availability.xlsx</source>
      <translation>Beschikbaarheid.xlsx</translation>
    </message>
    <message>
      <source>Availability…</source>
      <translation>Beschikbaarheid…</translation>
    </message>
    <message>
      <source>Available in the sessions</source>
      <translation>Beschikbaar in de sessies</translation>
    </message>
    <message>
      <source>Bring in sheets…</source>
      <translation>Bladen ophalen…</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Candidacy</source>
      <translation>Kandidatuur</translation>
    </message>
    <message>
      <source>Change availability</source>
      <translation>Beschikbaarheid wijzigen</translation>
    </message>
    <message>
      <source>Choose one.</source>
      <translation>Maak een keuze.</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Kies…</translation>
    </message>
    <message>
      <source>Close without saving</source>
      <translation>Sluiten zonder bewaren</translation>
    </message>
    <message>
      <source>Close without saving?</source>
      <translation>Sluiten zonder bewaren?</translation>
    </message>
    <message>
      <source>Confirm the conflict</source>
      <translation>Conflict bevestigen</translation>
    </message>
    <message>
      <source>Confirmed</source>
      <translation>Bevestigd</translation>
    </message>
    <message>
      <source>Confirm…</source>
      <translation>Bevestigen…</translation>
    </message>
    <message>
      <source>Conflicts</source>
      <translation>Conflicten</translation>
    </message>
    <message>
      <source>Conflicts of interest</source>
      <translation>Belangenconflicten</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Gekopieerd</translation>
    </message>
    <message>
      <source>Copy the passphrase</source>
      <translation>Wachtzin kopiëren</translation>
    </message>
    <message>
      <source>Declare</source>
      <translation>Melden</translation>
    </message>
    <message>
      <source>Declare a conflict of interest</source>
      <translation>Belangenconflict melden</translation>
    </message>
    <message>
      <source>Declare a conflict…</source>
      <translation>Conflict melden…</translation>
    </message>
    <message>
      <source>Declared</source>
      <translation>Gemeld</translation>
    </message>
    <message>
      <source>Dismiss the conflict</source>
      <translation>Conflict verwerpen</translation>
    </message>
    <message>
      <source>Dismissed</source>
      <translation>Verworpen</translation>
    </message>
    <message>
      <source>Dismiss…</source>
      <translation>Verwerpen…</translation>
    </message>
    <message>
      <source>Drag to paint. By keyboard: arrows move, Shift with arrows selects, Space changes what is selected, H the whole session, D the whole day. A click on a name or on a column changes all of it. Ctrl+Z takes a stroke back.</source>
      <translation>Sleep om te kleuren. Met het toetsenbord: pijltjes verplaatsen, Shift met pijltjes selecteert, Spatie wijzigt wat geselecteerd is, H de hele sessie, D de hele dag. Een klik op een naam of op een kolom wijzigt alles ervan. Ctrl+Z neemt een streek terug.</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Enter the members one by one, or import the list you have in Excel.</source>
      <translation>Voer de leden één voor één in, of importeer de lijst die je in Excel hebt.</translation>
    </message>
    <message>
      <source>Excel or CSV with the columns {names}</source>
      <translation>Excel of CSV met de kolommen {names}</translation>
    </message>
    <message>
      <source>Expertise</source>
      <translation>Deskundigheid</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Bestand</translation>
    </message>
    <message>
      <source>Filled in</source>
      <translation>Ingevuld</translation>
    </message>
    <message>
      <source>For which round?</source>
      <translation>Voor welke ronde?</translation>
    </message>
    <message>
      <source>From this moment on the juror no longer gets the candidacy to score.</source>
      <translation>Vanaf nu krijgt het jurylid de kandidatuur niet meer te beoordelen.</translation>
    </message>
    <message>
      <source>General remark</source>
      <translation>Algemene opmerking</translation>
    </message>
    <message>
      <source>Give a reason.</source>
      <translation>Geef een reden.</translation>
    </message>
    <message>
      <source>Goal: {text}</source>
      <translation>Doel: {text}</translation>
    </message>
    <message>
      <source>Has the name of the contact person: “{own}” and “{found}”</source>
      <translation>Heet zoals de contactpersoon: “{own}” en “{found}”</translation>
    </message>
    <message>
      <source>I have noted the passphrase</source>
      <translation>Ik heb de wachtzin genoteerd</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importeren</translation>
    </message>
    <message>
      <source>Import jurors</source>
      <translation>Juryleden importeren</translation>
    </message>
    <message>
      <source>Import list…</source>
      <translation>Lijst importeren…</translation>
    </message>
    <message>
      <source>Import {file}?</source>
      <translation>{file} importeren?</translation>
    </message>
    <message>
      <source>In a sentence; it stays in the dossier.</source>
      <translation>In één zin; die blijft in het dossier.</translation>
    </message>
    <message>
      <source>In it</source>
      <translation>Erin</translation>
    </message>
    <message>
      <source>Is this a conflict of interest?</source>
      <translation>Is dit een belangenconflict?</translation>
    </message>
    <message>
      <source>Is this no conflict of interest?</source>
      <translation>Is dit geen belangenconflict?</translation>
    </message>
    <message>
      <source>Judge a conflict of interest</source>
      <translation>Belangenconflict beoordelen</translation>
    </message>
    <message>
      <source>Juror</source>
      <translation>Jurylid</translation>
    </message>
    <message>
      <source>Jurors</source>
      <translation>Juryleden</translation>
    </message>
    <message>
      <source>Jury</source>
      <translation>Jury</translation>
    </message>
    <message numerus="yes">
      <source>Kept away from %n candidacies</source>
      <translation>
        <numerusform>Blijft weg van %n kandidatuur</numerusform>
        <numerusform>Blijft weg van %n kandidaturen</numerusform>
      </translation>
    </message>
    <message>
      <source>List of jurors</source>
      <translation>Lijst van juryleden</translation>
    </message>
    <message>
      <source>Make a packet…</source>
      <translation>Pakket maken…</translation>
    </message>
    <message>
      <source>Making the packet for {name}…</source>
      <translation>Pakket maken voor {name}…</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Naam</translation>
    </message>
    <message>
      <source>New juror</source>
      <translation>Nieuw jurylid</translation>
    </message>
    <message>
      <source>No challenge chosen yet</source>
      <translation>Nog geen regio-uitdaging gekozen</translation>
    </message>
    <message>
      <source>No conflicts of interest. The program also looks for them in the candidacies by itself.</source>
      <translation>Geen belangenconflicten. Het programma zoekt er zelf ook naar in de kandidaturen.</translation>
    </message>
    <message>
      <source>Not in it</source>
      <translation>Niet erin</translation>
    </message>
    <message>
      <source>Nothing of it is new.</source>
      <translation>Er is niets nieuws bij.</translation>
    </message>
    <message>
      <source>Nothing of this sheet is taken over.</source>
      <translation>Van deze beoordeling wordt niets overgenomen.</translation>
    </message>
    <message>
      <source>Observer: attends, never scores</source>
      <translation>Waarnemer: is erbij, scoort nooit</translation>
    </message>
    <message>
      <source>On the sheet</source>
      <translation>Op het blad</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisatie</translation>
    </message>
    <message>
      <source>Otherwise here</source>
      <translation>Hier anders</translation>
    </message>
    <message>
      <source>Packets</source>
      <translation>Pakketten</translation>
    </message>
    <message>
      <source>Parts of a session</source>
      <translation>Delen van een sessie</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Wachtzin</translation>
    </message>
    <message>
      <source>Passphrase: {words}</source>
      <translation>Wachtzin: {words}</translation>
    </message>
    <message>
      <source>Pitch</source>
      <translation>Pitch</translation>
    </message>
    <message>
      <source>Pitch round</source>
      <translation>Pitchronde</translation>
    </message>
    <message>
      <source>Reading the list…</source>
      <translation>De lijst wordt gelezen…</translation>
    </message>
    <message>
      <source>Reading {file}…</source>
      <translation>{file} lezen…</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Reden</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Weghalen</translation>
    </message>
    <message>
      <source>Remove juror</source>
      <translation>Jurylid weghalen</translation>
    </message>
    <message>
      <source>Remove juror {name}</source>
      <translation>Jurylid {name} weghalen</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Resultaat</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Functie</translation>
    </message>
    <message>
      <source>Row {row}: {reason}</source>
      <translation>Rij {row}: {reason}</translation>
    </message>
    <message>
      <source>Same mail domain as the candidate: {own} and {found}</source>
      <translation>Zelfde maildomein als de kandidaat: {own} en {found}</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Bewaren</translation>
    </message>
    <message>
      <source>Save juror</source>
      <translation>Jurylid bewaren</translation>
    </message>
    <message>
      <source>Save juror {name}</source>
      <translation>Jurylid {name} bewaren</translation>
    </message>
    <message>
      <source>Sessions</source>
      <translation>Sessies</translation>
    </message>
    <message>
      <source>Sheet of {name}</source>
      <translation>Blad van {name}</translation>
    </message>
    <message>
      <source>Sheets</source>
      <translation>Beoordelingen</translation>
    </message>
    <message>
      <source>Sheets of jurors</source>
      <translation>Bladen van juryleden</translation>
    </message>
    <message>
      <source>Sits in the jury</source>
      <translation>Zetelt in de jury</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>Suspected</source>
      <translation>Vermoed</translation>
    </message>
    <message>
      <source>Take away who was entered by mistake</source>
      <translation>Haal weg wie bij vergissing ingevoerd werd</translation>
    </message>
    <message>
      <source>Take over</source>
      <translation>Overnemen</translation>
    </message>
    <message>
      <source>Take over the sheet of a juror</source>
      <translation>Blad van een jurylid overnemen</translation>
    </message>
    <message>
      <source>Take what the juror filled in, also where something else stands here</source>
      <translation>Neem wat het jurylid invulde, ook waar hier iets anders staat</translation>
    </message>
    <message>
      <source>The availability has been written to {file}.</source>
      <translation>De beschikbaarheid staat in {file}.</translation>
    </message>
    <message numerus="yes">
      <source>The availability of %n jurors has been changed.</source>
      <translation>
        <numerusform>De beschikbaarheid van %n jurylid is gewijzigd.</numerusform>
        <numerusform>De beschikbaarheid van %n juryleden is gewijzigd.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The availability of %n jurors that you changed here is lost.</source>
      <translation>
        <numerusform>De beschikbaarheid van %n jurylid die je hier wijzigde, gaat verloren.</numerusform>
        <numerusform>De beschikbaarheid van %n juryleden die je hier wijzigde, gaat verloren.</numerusform>
      </translation>
    </message>
    <message>
      <source>The conflict of interest has been declared.</source>
      <translation>Het belangenconflict is gemeld.</translation>
    </message>
    <message>
      <source>The conflict of {name} has been confirmed.</source>
      <translation>Het belangenconflict van {name} is bevestigd.</translation>
    </message>
    <message>
      <source>The conflict of {name} has been dismissed.</source>
      <translation>Het belangenconflict van {name} is verworpen.</translation>
    </message>
    <message>
      <source>The packet for {name} is ready</source>
      <translation>Het pakket voor {name} is klaar</translation>
    </message>
    <message>
      <source>The scores themselves stay hidden until the rule of the call opens them.</source>
      <translation>De scores zelf blijven verborgen tot de regel van de oproep ze opent.</translation>
    </message>
    <message>
      <source>The sheet that {name} had submitted no longer counts.</source>
      <translation>{name} diende al in; dat blad telt niet meer mee.</translation>
    </message>
    <message>
      <source>There is no jury yet</source>
      <translation>Er is nog geen jury</translation>
    </message>
    <message>
      <source>This very sheet has been taken over before. Taking it over again does no harm.</source>
      <translation>Dit blad is al eens overgenomen. Het nog eens overnemen kan geen kwaad.</translation>
    </message>
    <message>
      <source>To Excel…</source>
      <translation>Naar Excel…</translation>
    </message>
    <message>
      <source>What did the jurors send back?</source>
      <translation>Wat stuurden de juryleden terug?</translation>
    </message>
    <message>
      <source>What jurors send back who scored elsewhere (.juryblad)</source>
      <translation>Wat juryleden terugsturen die elders scoorden (.juryblad)</translation>
    </message>
    <message>
      <source>When the whole jury can sit, in one table</source>
      <translation>Wanneer de hele jury kan zetelen, in één tabel</translation>
    </message>
    <message>
      <source>Where does the packet go?</source>
      <translation>Waar komt het pakket?</translation>
    </message>
    <message>
      <source>Works for a partner named on the form: “{own}” and “{found}”</source>
      <translation>Werkt bij een partner die op het formulier staat: “{own}” en “{found}”</translation>
    </message>
    <message>
      <source>Works for the candidate: “{own}” and “{found}”</source>
      <translation>Werkt bij de kandidaat: “{own}” en “{found}”</translation>
    </message>
    <message>
      <source>Written</source>
      <translation>Schriftelijk</translation>
    </message>
    <message>
      <source>Written round</source>
      <translation>Schriftelijke ronde</translation>
    </message>
    <message>
      <source>You see this passphrase now and never again. Tell it to the juror yourself, by telephone for instance, and never in the mail that carries the packet. If it is lost, make another packet.</source>
      <translation>Je ziet deze wachtzin nu en nooit meer. Geef ze zelf door aan het jurylid, bijvoorbeeld per telefoon, en nooit in de mail waarmee het pakket meegaat. Raakt ze verloren, maak dan een nieuw pakket.</translation>
    </message>
    <message>
      <source>all of it</source>
      <translation>heel</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>en nog %n</numerusform>
        <numerusform>en nog %n</numerusform>
      </translation>
    </message>
    <message>
      <source>available</source>
      <translation>beschikbaar</translation>
    </message>
    <message>
      <source>capacity</source>
      <translation>hoedanigheid</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>gewijzigd</translation>
    </message>
    <message>
      <source>changed, with a reason</source>
      <translation>gewijzigd, met reden</translation>
    </message>
    <message>
      <source>different on both</source>
      <translation>beide gewijzigd</translation>
    </message>
    <message>
      <source>e-mail</source>
      <translation>e-mail</translation>
    </message>
    <message>
      <source>expertise</source>
      <translation>deskundigheid</translation>
    </message>
    <message>
      <source>filled in here</source>
      <translation>hier ingevuld</translation>
    </message>
    <message>
      <source>juror</source>
      <translation>jurylid</translation>
    </message>
    <message>
      <source>kept as a draft</source>
      <translation>concept</translation>
    </message>
    <message>
      <source>name</source>
      <translation>naam</translation>
    </message>
    <message>
      <source>new</source>
      <translation>nieuw</translation>
    </message>
    <message>
      <source>no limit</source>
      <translation>geen grens</translation>
    </message>
    <message>
      <source>not available</source>
      <translation>niet beschikbaar</translation>
    </message>
    <message>
      <source>not taken over</source>
      <translation>niet overgenomen</translation>
    </message>
    <message>
      <source>observer</source>
      <translation>waarnemer</translation>
    </message>
    <message>
      <source>organisation</source>
      <translation>organisatie</translation>
    </message>
    <message numerus="yes">
      <source>per %n minutes</source>
      <translation>
        <numerusform>per minuut</numerusform>
        <numerusform>per %n minuten</numerusform>
      </translation>
    </message>
    <message>
      <source>pitch round</source>
      <translation>pitchronde</translation>
    </message>
    <message>
      <source>role</source>
      <translation>functie</translation>
    </message>
    <message>
      <source>submitted</source>
      <translation>ingediend</translation>
    </message>
    <message>
      <source>the same</source>
      <translation>gelijk</translation>
    </message>
    <message>
      <source>the whole session</source>
      <translation>de hele sessie</translation>
    </message>
    <message>
      <source>unchanged</source>
      <translation>ongewijzigd</translation>
    </message>
    <message>
      <source>written round</source>
      <translation>schriftelijke ronde</translation>
    </message>
    <message numerus="yes">
      <source>{done} of %n pitch sheets submitted</source>
      <translation>
        <numerusform>{done} van %n pitchbeoordeling ingediend</numerusform>
        <numerusform>{done} van %n pitchbeoordelingen ingediend</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{done} of %n written sheets submitted</source>
      <translation>
        <numerusform>{done} van %n schriftelijke beoordeling ingediend</numerusform>
        <numerusform>{done} van %n schriftelijke beoordelingen ingediend</numerusform>
      </translation>
    </message>
    <message>
      <source>{file} is older than what {name} sent before. Nothing of it has been taken over.</source>
      <translation>{file} is ouder dan wat {name} al eerder stuurde. Er is niets van overgenomen.</translation>
    </message>
    <message>
      <source>{list}: a conflict of interest</source>
      <translation>{list}: belangenconflict</translation>
    </message>
    <message>
      <source>{name} (left)</source>
      <translation>{name} (zetelt niet meer)</translation>
    </message>
    <message>
      <source>{name} (observer)</source>
      <translation>{name} (waarnemer)</translation>
    </message>
    <message>
      <source>{name} has been added.</source>
      <translation>{name} is toegevoegd.</translation>
    </message>
    <message>
      <source>{name} has been changed.</source>
      <translation>{name} is gewijzigd.</translation>
    </message>
    <message>
      <source>{name} has been removed.</source>
      <translation>{name} is weggehaald.</translation>
    </message>
    <message>
      <source>{name}: new in the jury</source>
      <translation>{name}: nieuw in de jury</translation>
    </message>
    <message>
      <source>{name}: {counts}.</source>
      <translation>{name}: {counts}.</translation>
    </message>
    <message>
      <source>{pair}: the juror may score this candidacy.</source>
      <translation>{pair}: het jurylid mag deze kandidatuur beoordelen.</translation>
    </message>
    <message>
      <source>{pair}: the juror no longer gets this candidacy to score, and sits in no panel for it.</source>
      <translation>{pair}: het jurylid krijgt deze kandidatuur niet meer te beoordelen en zit niet in haar panel.</translation>
    </message>
    <message>
      <source>{round} · made on {when} by the clock of the juror</source>
      <translation>{round} · gemaakt op {when} volgens de klok van het jurylid</translation>
    </message>
    <message>
      <source>{window}: from</source>
      <translation>{window}: van</translation>
    </message>
    <message>
      <source>{window}: until</source>
      <translation>{window}: tot</translation>
    </message>
  </context>
</TS>
