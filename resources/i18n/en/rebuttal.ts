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
      <source>%n terms running</source>
      <translation>
        <numerusform>%n term running</numerusform>
        <numerusform>%n terms running</numerusform>
      </translation>
    </message>
  </context>
</TS>
