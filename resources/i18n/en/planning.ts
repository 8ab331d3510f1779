<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>planning</name>
    <message numerus="yes">
      <source>%n candidates wait for a place</source>
      <translation>
        <numerusform>%n candidate waits for a place</numerusform>
        <numerusform>%n candidates wait for a place</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n jurors</source>
      <translation>
        <numerusform>%n juror</numerusform>
        <numerusform>%n jurors</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pages sent to the printer.</source>
      <translation>
        <numerusform>%n page sent to the printer.</numerusform>
        <numerusform>%n pages sent to the printer.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches</source>
      <translation>
        <numerusform>%n pitch</numerusform>
        <numerusform>%n pitches</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches have a place.</source>
      <translation>
        <numerusform>%n pitch has a place.</numerusform>
        <numerusform>%n pitches have a place.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n sessions</source>
      <translation>
        <numerusform>%n session</numerusform>
        <numerusform>%n sessions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n without a place</source>
      <translation>
        <numerusform>%n without a place</numerusform>
        <numerusform>%n without a place</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>of %n minutes</source>
      <translation>
        <numerusform>of %n minute</numerusform>
        <numerusform>of %n minutes</numerusform>
      </translation>
    </message>
  </context>
</TS>
