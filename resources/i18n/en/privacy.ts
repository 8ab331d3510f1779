<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>privacy</name>
    <message numerus="yes">
      <source>and %n more copies</source>
      <translation>
        <numerusform>and %n more copy</numerusform>
        <numerusform>and %n more copies</numerusform>
      </translation>
    </message>
  </context>
</TS>
