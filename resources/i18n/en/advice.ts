<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>advice</name>
    <message numerus="yes">
      <source>%n candidacies are sealed and not in it yet.</source>
      <translation>
        <numerusform>%n candidacy is sealed and not in it yet.</numerusform>
        <numerusform>%n candidacies are sealed and not in it yet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n candidacies have a suspected conflict of interest that nobody judged</source>
      <translation>
        <numerusform>1 candidacy has a suspected conflict of interest that nobody judged</numerusform>
        <numerusform>%n candidacies have a suspected conflict of interest that nobody judged</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n times somebody leaves the room</source>
      <translation>
        <numerusform>Once somebody leaves the room</numerusform>
        <numerusform>%n times somebody leaves the room</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n without a reason</source>
      <translation>
        <numerusform>%n without a reason</numerusform>
        <numerusform>%n without a reason</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Without one of the other %n jurors nothing changes.</source>
      <translation>
        <numerusform>Without the other juror nothing changes.</numerusform>
        <numerusform>Without one of the other %n jurors nothing changes.</numerusform>
      </translation>
    </message>
  </context>
</TS>
