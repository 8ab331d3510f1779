<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>desk</name>
    <message numerus="yes">
      <source>%n sheets have not been submitted yet. They go along as drafts, and do not count before they are submitted. You can go on here afterwards and send a sheet again.</source>
      <translation>
        <numerusform>One sheet has not been submitted yet. It goes along as a draft, and does not count before it is submitted. You can go on here afterwards and send a sheet again.</numerusform>
        <numerusform>%n sheets have not been submitted yet. They go along as drafts, and do not count before they are submitted. You can go on here afterwards and send a sheet again.</numerusform>
      </translation>
    </message>
  </context>
</TS>
