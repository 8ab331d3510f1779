<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>letters</name>
    <message numerus="yes">
      <source>%n final letters come into a new folder, each as a PDF, with a list.</source>
      <translation>
        <numerusform>%n final letter comes into a new folder, as a PDF, with a list.</numerusform>
        <numerusform>%n final letters come into a new folder, each as a PDF, with a list.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n legal texts have still to be approved by a lawyer: Settings, “Text blocks”.</source>
      <translation>
        <numerusform>%n legal text has still to be approved by a lawyer: Settings, “Text blocks”.</numerusform>
        <numerusform>%n legal texts have still to be approved by a lawyer: Settings, “Text blocks”.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n letters are final</source>
      <translation>
        <numerusform>%n letter is final</numerusform>
        <numerusform>%n letters are final</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n letters are recorded as sent.</source>
      <translation>
        <numerusform>%n letter is recorded as sent.</numerusform>
        <numerusform>%n letters are recorded as sent.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n letters made</source>
      <translation>
        <numerusform>%n letter made</numerusform>
        <numerusform>%n letters made</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n letters set out in “{folder}”.</source>
      <translation>
        <numerusform>%n letter set out in “{folder}”.</numerusform>
        <numerusform>%n letters set out in “{folder}”.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n letters signed</source>
      <translation>
        <numerusform>%n letter signed</numerusform>
        <numerusform>%n letters signed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n letters stay drafts: something in them is not right yet.</source>
      <translation>
        <numerusform>%n letter stays a draft: something in it is not right yet.</numerusform>
        <numerusform>%n letters stay drafts: something in them is not right yet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n remarks that do not stop the letter</source>
      <translation>
        <numerusform>%n remark that does not stop the letter</numerusform>
        <numerusform>%n remarks that do not stop the letter</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>A mail draft (.eml) for each of the %n letters by e-mail</source>
      <translation>
        <numerusform>A mail draft (.eml) for the letter by e-mail</numerusform>
        <numerusform>A mail draft (.eml) for each of the %n letters by e-mail</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>All %n letters</source>
      <translation>
        <numerusform>Only this letter</numerusform>
        <numerusform>All %n letters</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Make %n letters</source>
      <translation>
        <numerusform>Make %n letter</numerusform>
        <numerusform>Make %n letters</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Make %n letters final</source>
      <translation>
        <numerusform>Make %n letter final</numerusform>
        <numerusform>Make %n letters final</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Record dispatch of %n letters…</source>
      <translation>
        <numerusform>Record dispatch of %n letter…</numerusform>
        <numerusform>Record dispatch of %n letters…</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Sign %n letters</source>
      <translation>
        <numerusform>Sign the letter</numerusform>
        <numerusform>Sign %n letters</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Stopped after %n letters; the others are as they were.</source>
      <translation>
        <numerusform>Stopped after %n letter; the others are as they were.</numerusform>
        <numerusform>Stopped after %n letters; the others are as they were.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The %n letters that leave on paper</source>
      <translation>
        <numerusform>The letter that leaves on paper</numerusform>
        <numerusform>The %n letters that leave on paper</numerusform>
      </translation>
    </message>
  </context>
</TS>
