<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>deliberation</name>
    <message numerus="yes">
      <source>%n candidacies are sealed until every juror has submitted.</source>
      <translation>
        <numerusform>%n candidacy is sealed until every juror has submitted.</numerusform>
        <numerusform>%n candidacies are sealed until every juror has submitted.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n candidacies were scored by nobody, and so have no place.</source>
      <translation>
        <numerusform>1 candidacy was scored by nobody, and so has no place.</numerusform>
        <numerusform>%n candidacies were scored by nobody, and so have no place.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n candidates</source>
      <translation>
        <numerusform>%n candidate</numerusform>
        <numerusform>%n candidates</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n invited</source>
      <translation>
        <numerusform>%n invited</numerusform>
        <numerusform>%n invited</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n not saved</source>
      <translation>
        <numerusform>%n not saved</numerusform>
        <numerusform>%n not saved</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n partners</source>
      <translation>
        <numerusform>%n partner</numerusform>
        <numerusform>%n partners</numerusform>
      </translation>
    </message>
  </context>
</TS>
