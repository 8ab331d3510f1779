<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>session</name>
    <message>
      <source>Back to the start</source>
      <translation>Terug naar het begin</translation>
    </message>
    <message>
      <source>Challenges</source>
      <translation>Uitdagingen</translation>
    </message>
    <message>
      <source>Deliberation of the jury</source>
      <translation>Overleg van de jury</translation>
    </message>
    <message>
      <source>Hour</source>
      <translation>Uur</translation>
    </message>
    <message>
      <source>Next phase</source>
      <translation>Volgende fase</translation>
    </message>
    <message>
      <source>No pitches planned yet</source>
      <translation>Er zijn nog geen pitches gepland</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>Nr.</translation>
    </message>
    <message>
      <source>Once the pitches have a place, each session runs from here.</source>
      <translation>Zodra de pitches een plaats hebben, volg je elke sessie hier.</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisatie</translation>
    </message>
    <message>
      <source>Panel</source>
      <translation>Panel</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pauze</translation>
    </message>
    <message>
      <source>Pitch</source>
      <translation>Pitch</translation>
    </message>
    <message>
      <source>Pitch session</source>
      <translation>Pitchsessie</translation>
    </message>
    <message>
      <source>Questions</source>
      <translation>Vragen</translation>
    </message>
    <message>
      <source>Running order</source>
      <translation>Volgorde</translation>
    </message>
    <message>
      <source>Score this pitch</source>
      <translation>Deze pitch beoordelen</translation>
    </message>
    <message>
      <source>Scores</source>
      <translation>Scores</translation>
    </message>
    <message>
      <source>Session</source>
      <translation>Sessie</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Start or pause the clock</source>
      <translation>Klok starten of pauzeren</translation>
    </message>
    <message>
      <source>To planning</source>
      <translation>Naar planning</translation>
    </message>
    <message>
      <source>submitted</source>
      <translation>ingediend</translation>
    </message>
    <message>
      <source>the clock, the panel and who has submitted</source>
      <translation>de klok, het panel en wie heeft ingediend</translation>
    </message>
    <message>
      <source>to score</source>
      <translation>te beoordelen</translation>
    </message>
    <message>
      <source>{done} of {all} submitted</source>
      <translation>{done} van {all} ingediend</translation>
    </message>
  </context>
</TS>
