<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>assessment</name>
    <message numerus="yes">
      <source>%n sheets have not been submitted and will not count. The scores of this round open.</source>
      <translation>
        <numerusform>%n sheet has not been submitted and will not count. The scores of this round open.</numerusform>
        <numerusform>%n sheets have not been submitted and will not count. The scores of this round open.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Whole round: {done} of %n submitted</source>
      <translation>
        <numerusform>Whole round: {done} of %n submitted</numerusform>
        <numerusform>Whole round: {done} of %n submitted</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{done} of %n scored</source>
      <translation>
        <numerusform>{done} of %n scored</numerusform>
        <numerusform>{done} of %n scored</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{shown} of %n goals shown</source>
      <translation>
        <numerusform>{shown} of %n goal shown</numerusform>
        <numerusform>{shown} of %n goals shown</numerusform>
      </translation>
    </message>
  </context>
</TS>
