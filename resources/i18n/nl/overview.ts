<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>overview</name>
    <message numerus="yes">
      <source>%n days</source>
      <translation>
        <numerusform>%n dag</numerusform>
        <numerusform>%n dagen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n days left</source>
      <translation>
        <numerusform>Nog %n dag</numerusform>
        <numerusform>Nog %n dagen</numerusform>
      </translation>
    </message>
    <message>
      <source>Candidacies per challenge</source>
      <translation>Kandidaturen per regio-uitdaging</translation>
    </message>
    <message>
      <source>Challenge {number} has no candidate</source>
      <translation>Regio-uitdaging {number} heeft geen kandidaat</translation>
    </message>
    <message>
      <source>Challenge {number} has only one candidate</source>
      <translation>Regio-uitdaging {number} heeft maar één kandidaat</translation>
    </message>
    <message>
      <source>Everything that can be done now has been done.</source>
      <translation>Alles wat nu gedaan kan worden, is gedaan.</translation>
    </message>
    <message>
      <source>Import mailbox…</source>
      <translation>Postvak importeren…</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>Later</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>Overzicht</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Klaar</translation>
    </message>
    <message>
      <source>To decide</source>
      <translation>Te beslissen</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Vandaag</translation>
    </message>
    <message>
      <source>What now?</source>
      <translation>Wat nu?</translation>
    </message>
    <message numerus="yes">
      <source>candidacies · %n admissible</source>
      <translation>
        <numerusform>kandidaturen · %n ontvankelijk</numerusform>
        <numerusform>kandidaturen · %n ontvankelijk</numerusform>
      </translation>
    </message>
    <message>
      <source>every date of the call has passed, or is over</source>
      <translation>alle datums zijn voorbij of afgerond</translation>
    </message>
    <message>
      <source>for {milestone}</source>
      <translation>voor {milestone}</translation>
    </message>
    <message>
      <source>last day for a rebuttal</source>
      <translation>laatste dag voor weerwoord</translation>
    </message>
    <message>
      <source>last day for {milestone}</source>
      <translation>laatste dag voor {milestone}</translation>
    </message>
    <message>
      <source>last day to answer a rebuttal</source>
      <translation>laatste dag om weerwoord te beantwoorden</translation>
    </message>
    <message>
      <source>pitches planned</source>
      <translation>pitches ingepland</translation>
    </message>
    <message>
      <source>score sheets of pitches submitted</source>
      <translation>pitchbeoordelingen ingediend</translation>
    </message>
    <message>
      <source>score sheets submitted</source>
      <translation>beoordelingen ingediend</translation>
    </message>
    <message>
      <source>until the first answer to a rebuttal</source>
      <translation>tot het eerste antwoord op weerwoord</translation>
    </message>
    <message>
      <source>until the first term for a rebuttal ends</source>
      <translation>tot de eerste termijn voor weerwoord eindigt</translation>
    </message>
    <message>
      <source>until the start of {milestone}</source>
      <translation>tot de start van {milestone}</translation>
    </message>
    <message>
      <source>until {milestone}</source>
      <translation>tot {milestone}</translation>
    </message>
    <message>
      <source>written score sheets submitted</source>
      <translation>schriftelijke beoordelingen ingediend</translation>
    </message>
    <message>
      <source>written: {done} of {total}</source>
      <translation>schriftelijk: {done} van {total}</translation>
    </message>
  </context>
</TS>
