<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>shell</name>
    <message numerus="yes">
      <source>%n more tables</source>
      <translation>
        <numerusform>%n more table</numerusform>
        <numerusform>%n more tables</numerusform>
      </translation>
    </message>
  </context>
</TS>
