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
      <source>The messages came in by %n different servers. Say which are your own.</source>
      <translation>
        <numerusform>The messages came in by %n server. Say whether it is your own.</numerusform>
        <numerusform>The messages came in by %n different servers. Say which are your own.</numerusform>
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
