<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>projector</name>
    <message numerus="yes">
      <source>%n jurors come back</source>
      <translation>
        <numerusform>%n juror comes back</numerusform>
        <numerusform>%n jurors come back</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n jurors leave</source>
      <translation>
        <numerusform>%n juror leaves</numerusform>
        <numerusform>%n jurors leave</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n jurors stay outside</source>
      <translation>
        <numerusform>%n juror stays outside</numerusform>
        <numerusform>%n jurors stay outside</numerusform>
      </translation>
    </message>
  </context>
</TS>
