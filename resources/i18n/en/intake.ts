<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>intake</name>
    <message numerus="yes">
      <source>%n equal lines</source>
      <translation>
        <numerusform>%n equal line</numerusform>
        <numerusform>%n equal lines</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n lines differ.</source>
      <translation>
        <numerusform>%n line differs.</numerusform>
        <numerusform>%n lines differ.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n messages of {names} leave the dossier, with the candidacies and versions they brought. Earlier imports stay. You can import the same file again later.</source>
      <translation>
        <numerusform>%n message of {names} leaves the dossier, with the candidacy or version it brought. Earlier imports stay. You can import the same file again later.</numerusform>
        <numerusform>%n messages of {names} leave the dossier, with the candidacies and versions they brought. Earlier imports stay. You can import the same file again later.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more lines; open both documents to see them.</source>
      <translation>
        <numerusform>%n more line; open both documents to see it.</numerusform>
        <numerusform>%n more lines; open both documents to see them.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n unreadable messages saved in {name}, with a list of reasons.</source>
      <translation>
        <numerusform>%n unreadable message saved in {name}, with a list of reasons.</numerusform>
        <numerusform>%n unreadable messages saved in {name}, with a list of reasons.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Mail servers confirmed. The verdict on %n messages changed.</source>
      <translation>
        <numerusform>Mail servers confirmed. The verdict on %n message changed.</numerusform>
        <numerusform>Mail servers confirmed. The verdict on %n messages changed.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Of %n messages nothing would prove the arrival any more.</source>
      <translation>
        <numerusform>Of %n message nothing would prove the arrival any more.</numerusform>
        <numerusform>Of %n messages nothing would prove the arrival any more.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The messages share no mail server. Until you confirm, the last server of each counts as your own (%n servers: {servers}). The line of a server that is not yours proves nothing.</source>
      <translation>
        <numerusform>There are too few messages to tell your mail server. Until you confirm, the last server counts as your own: {servers}. The line of a server that is not yours proves nothing.</numerusform>
        <numerusform>The messages share no mail server. Until you confirm, the last server of each counts as your own (%n servers: {servers}). The line of a server that is not yours proves nothing.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The verdict on the arrival of %n messages would change.</source>
      <translation>
        <numerusform>The verdict on the arrival of %n message would change.</numerusform>
        <numerusform>The verdict on the arrival of %n messages would change.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{host}  ·  %n messages</source>
      <translation>
        <numerusform>{host}  ·  %n message</numerusform>
        <numerusform>{host}  ·  %n messages</numerusform>
      </translation>
    </message>
  </context>
</TS>
