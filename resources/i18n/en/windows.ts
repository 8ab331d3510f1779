<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>windows</name>
    <message numerus="yes">
      <source>%n candidates were invited to the earlier address: {names}.</source>
      <translation>
        <numerusform>One candidate was invited to the earlier address: {names}.</numerusform>
        <numerusform>%n candidates were invited to the earlier address: {names}.</numerusform>
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
      <source>%n jurors have to be asked whether they can come: {names}.</source>
      <translation>
        <numerusform>One juror has to be asked whether they can come: {names}.</numerusform>
        <numerusform>%n jurors have to be asked whether they can come: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches lose their place: {names}.</source>
      <translation>
        <numerusform>One pitch loses its place: {names}.</numerusform>
        <numerusform>%n pitches lose their place: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches need another place: plan again.</source>
      <translation>
        <numerusform>One pitch needs another place: plan again.</numerusform>
        <numerusform>%n pitches need another place: plan again.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The hour of %n of them was communicated: {names}.</source>
      <translation>
        <numerusform>The hour of one of them was communicated: {names}.</numerusform>
        <numerusform>The hour of %n of them was communicated: {names}.</numerusform>
      </translation>
    </message>
  </context>
</TS>
