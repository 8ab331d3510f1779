<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>rebuttal</name>
    <message numerus="yes">
      <source>%n days left</source>
      <translation>
        <numerusform>%n day left</numerusform>
        <numerusform>%n days left</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n days overdue</source>
      <translation>
        <numerusform>%n day overdue</numerusform>
        <numerusform>%n days overdue</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n messages may be a rebuttal</source>
      <translation>
        <numerusform>%n message may be a rebuttal</numerusform>
        <numerusform>%n messages may be a rebuttal</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n messages read; what may be a rebuttal waits below the terms.</source>
      <translation>
        <numerusform>%n message read; what may be a rebuttal waits below the terms.</numerusform>
        <numerusform>%n messages read; what may be a rebuttal waits below the terms.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n score sheets changed with a reason. The decision waits under Deliberation.</source>
      <translation>
        <numerusform>%n score sheet changed with a reason. The decision waits under Deliberation.</numerusform>
        <numerusform>%n score sheets changed with a reason. The decision waits under Deliberation.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n terms running</source>
      <translation>
        <numerusform>%n term running</numerusform>
        <numerusform>%n terms running</numerusform>
      </translation>
    </message>
  </context>
</TS>
