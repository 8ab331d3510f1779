<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>settings</name>
    <message numerus="yes">
      <source>%n days after it to assess the rebuttals</source>
      <translation>
        <numerusform>%n day after it to assess the rebuttals</numerusform>
        <numerusform>%n days after it to assess the rebuttals</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n days to answer, until {hour}</source>
      <translation>
        <numerusform>%n day to answer, until {hour}</numerusform>
        <numerusform>%n days to answer, until {hour}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n events</source>
      <translation>
        <numerusform>%n event</numerusform>
        <numerusform>%n events</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n problems found</source>
      <translation>
        <numerusform>%n problem found</numerusform>
        <numerusform>%n problems found</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rooms</source>
      <translation>
        <numerusform>%n room</numerusform>
        <numerusform>%n rooms</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>An invitation is confirmed %n days before the pitch, at {hour} at the latest</source>
      <translation>
        <numerusform>An invitation is confirmed %n day before the pitch, at {hour} at the latest</numerusform>
        <numerusform>An invitation is confirmed %n days before the pitch, at {hour} at the latest</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>At least %n jurors at every pitch</source>
      <translation>
        <numerusform>At least %n juror at every pitch</numerusform>
        <numerusform>At least %n jurors at every pitch</numerusform>
      </translation>
    </message>
  </context>
</TS>
