<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>planning</name>
    <message numerus="yes">
      <source>%n candidates wait for a place</source>
      <translation>
        <numerusform>%n kandidaat wacht op een plaats</numerusform>
        <numerusform>%n kandidaten wachten op een plaats</numerusform>
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
      <source>%n pitches</source>
      <translation>
        <numerusform>%n pitch</numerusform>
        <numerusform>%n pitches</numerusform>
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
      <source>%n without a place</source>
      <translation>
        <numerusform>%n zonder plaats</numerusform>
        <numerusform>%n zonder plaats</numerusform>
      </translation>
    </message>
    <message>
      <source>Burden of the jury</source>
      <translation>Belasting van de jury</translation>
    </message>
    <message>
      <source>Changes of challenge</source>
      <translation>Wissels van uitdaging</translation>
    </message>
    <message>
      <source>First decide which candidates may pitch. Then the pitches can be planned.</source>
      <translation>Beslis eerst welke kandidaten mogen pitchen. Daarna kun je de pitches plannen.</translation>
    </message>
    <message>
      <source>From now on a new plan moves as few pitches as possible. Send the invitations under Letters.</source>
      <translation>Vanaf nu verplaatst een nieuwe planning zo weinig mogelijk pitches. De uitnodigingen staan bij Brieven.</translation>
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
      <source>Invited after this plan was made. Plan again to give it a place.</source>
      <translation>Uitgenodigd nadat deze planning gemaakt was. Plan opnieuw om een plaats te geven.</translation>
    </message>
    <message>
      <source>Jurors</source>
      <translation>Juryleden</translation>
    </message>
    <message>
      <source>Looking why not…</source>
      <translation>Nagaan waarom niet…</translation>
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
      <source>Moved since communicated</source>
      <translation>Verplaatst t.o.v. meegedeeld</translation>
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
      <source>Not planned</source>
      <translation>Niet ingepland</translation>
    </message>
    <message>
      <source>Pitches left out</source>
      <translation>Niet ingepland</translation>
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
      <source>Plan pitches</source>
      <translation>Plan pitches</translation>
    </message>
    <message>
      <source>Planning</source>
      <translation>Planning</translation>
    </message>
    <message>
      <source>Planning the pitches…</source>
      <translation>De pitches worden gepland…</translation>
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
      <source>Solution</source>
      <translation>Oplossing</translation>
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
      <source>To deliberation</source>
      <translation>Naar deliberatie</translation>
    </message>
    <message>
      <source>What would help:</source>
      <translation>Kan wel als:</translation>
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
      <source>break</source>
      <translation>pauze</translation>
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
      <source>not planned</source>
      <translation>niet ingepland</translation>
    </message>
    <message numerus="yes">
      <source>of %n minutes</source>
      <translation>
        <numerusform>van %n minuut</numerusform>
        <numerusform>van %n minuten</numerusform>
      </translation>
    </message>
    <message>
      <source>proven optimal</source>
      <translation>bewezen optimaal</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>gestopt</translation>
    </message>
  </context>
</TS>
