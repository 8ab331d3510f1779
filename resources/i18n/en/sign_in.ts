<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>sign_in</name>
    <message numerus="yes">
      <source>Accounts for %n on the list of the jury</source>
      <translation>
        <numerusform>Account for %n person on the list of the jury</numerusform>
        <numerusform>Accounts for %n persons on the list of the jury</numerusform>
      </translation>
    </message>
  </context>
</TS>
