<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>journal</name>
    <message numerus="yes">
      <source>%n anchors in letters hold.</source>
      <translation>
        <numerusform>The anchor in one letter holds.</numerusform>
        <numerusform>%n anchors in letters hold.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n events shown</source>
      <translation>
        <numerusform>%n event shown</numerusform>
        <numerusform>%n events shown</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n events, newest first</source>
      <translation>
        <numerusform>%n event</numerusform>
        <numerusform>%n events, newest first</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>And %n more.</source>
      <translation>
        <numerusform>And 1 more.</numerusform>
        <numerusform>And %n more.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Everything is right: %n events, each linked to the one before.</source>
      <translation>
        <numerusform>Everything is right: %n event.</numerusform>
        <numerusform>Everything is right: %n events, each linked to the one before, and a sound database.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The audit bundle “{name}” is ready, with %n files.</source>
      <translation>
        <numerusform>The audit bundle “{name}” is ready, with %n file.</numerusform>
        <numerusform>The audit bundle “{name}” is ready, with %n files.</numerusform>
      </translation>
    </message>
  </context>
</TS>
