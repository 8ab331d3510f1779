<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>texts</name>
    <message numerus="yes">
      <source>%n mistakes; a click goes to the line</source>
      <translation>
        <numerusform>%n mistake; a click goes to the line</numerusform>
        <numerusform>%n mistakes; a click goes to the line</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Note the approval of %n text blocks</source>
      <translation>
        <numerusform>Note the approval of %n text block</numerusform>
        <numerusform>Note the approval of %n text blocks</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Note the approval of %n text blocks…</source>
      <translation>
        <numerusform>Note the approval of %n text block…</numerusform>
        <numerusform>Note the approval of %n text blocks…</numerusform>
      </translation>
    </message>
  </context>
</TS>
