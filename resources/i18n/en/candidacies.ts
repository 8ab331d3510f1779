<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>candidacies</name>
    <message numerus="yes">
      <source>%n candidacies</source>
      <translation>
        <numerusform>%n candidacy</numerusform>
        <numerusform>%n candidacies</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n candidacies written to {name}.</source>
      <translation>
        <numerusform>%n candidacy written to {name}.</numerusform>
        <numerusform>%n candidacies written to {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n duplicates</source>
      <translation>
        <numerusform>%n duplicate</numerusform>
        <numerusform>%n duplicates</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n events on score sheets are sealed for now. They stand in the journal.</source>
      <translation>
        <numerusform>%n event on a score sheet is sealed for now. It stands in the journal.</numerusform>
        <numerusform>%n events on score sheets are sealed for now. They stand in the journal.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n items lack.</source>
      <translation>
        <numerusform>%n item lacks.</numerusform>
        <numerusform>%n items lack.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n messages read</source>
      <translation>
        <numerusform>%n message read</numerusform>
        <numerusform>%n messages read</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n messages read. Look through what they are and confirm.</source>
      <translation>
        <numerusform>%n message read. Look at what it is and confirm.</numerusform>
        <numerusform>%n messages read. Look through what they are and confirm.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n messages that ask for care have not been confirmed one by one.</source>
      <translation>
        <numerusform>%n message that asks for care has not been confirmed by itself. Confirm everything as proposed?</numerusform>
        <numerusform>%n messages that ask for care have not been confirmed one by one. Confirm everything as proposed?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n other messages</source>
      <translation>
        <numerusform>%n other message</numerusform>
        <numerusform>%n other messages</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n other traces; these do not decide</source>
      <translation>
        <numerusform>%n other trace; it does not decide</numerusform>
        <numerusform>%n other traces; these do not decide</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n possible conflicts of interest to look at.</source>
      <translation>
        <numerusform>%n possible conflict of interest to look at.</numerusform>
        <numerusform>%n possible conflicts of interest to look at.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n revised versions merged</source>
      <translation>
        <numerusform>%n revised version merged</numerusform>
        <numerusform>%n revised versions merged</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n sheets judge an older version. Tell the jurors.</source>
      <translation>
        <numerusform>%n sheet judges an older version. Tell the juror.</numerusform>
        <numerusform>%n sheets judge an older version. Tell the jurors.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n to confirm</source>
      <translation>
        <numerusform>%n to confirm</numerusform>
        <numerusform>%n to confirm</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n unreadable (kept)</source>
      <translation>
        <numerusform>%n unreadable (kept)</numerusform>
        <numerusform>%n unreadable (kept)</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n versions</source>
      <translation>
        <numerusform>%n version</numerusform>
        <numerusform>%n versions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Confirm the place of %n messages</source>
      <translation>
        <numerusform>Confirm the place of %n message</numerusform>
        <numerusform>Confirm the place of %n messages</numerusform>
      </translation>
    </message>
  </context>
</TS>
