<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>widgets</name>
    <message>
      <source>Challenge {list}</source>
      <translation>Regio-uitdaging {list}</translation>
    </message>
    <message>
      <source>Choose a document to read it here.</source>
      <translation>Kies een document om het hier te lezen.</translation>
    </message>
    <message>
      <source>Choose {moment} at the earliest.</source>
      <translation>Kies ten vroegste {moment}.</translation>
    </message>
    <message>
      <source>Choose {moment} at the latest.</source>
      <translation>Kies ten laatste {moment}.</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>Document</translation>
    </message>
    <message>
      <source>Drawing page {page}…</source>
      <translation>Bladzijde {page} wordt getekend…</translation>
    </message>
    <message>
      <source>Fit width</source>
      <translation>Passend op de breedte</translation>
    </message>
    <message>
      <source>Next page</source>
      <translation>Volgende bladzijde</translation>
    </message>
    <message>
      <source>No challenge</source>
      <translation>Geen regio-uitdaging</translation>
    </message>
    <message>
      <source>No document</source>
      <translation>Geen document</translation>
    </message>
    <message>
      <source>No score</source>
      <translation>Geen score</translation>
    </message>
    <message>
      <source>Not applicable: does not count, neither for nor against</source>
      <translation>Niet van toepassing: telt niet mee, niet voor en niet tegen</translation>
    </message>
    <message>
      <source>Page {page} of {count}</source>
      <translation>Blz. {page} van {count}</translation>
    </message>
    <message>
      <source>Previous page</source>
      <translation>Vorige bladzijde</translation>
    </message>
    <message>
      <source>The call does not allow n/a here. Nothing has changed.</source>
      <translation>De oproep laat hier geen n.v.t. toe. Er is niets veranderd.</translation>
    </message>
    <message>
      <source>The scale goes from {lowest} to {highest}. Nothing has changed.</source>
      <translation>De schaal gaat van {lowest} tot {highest}. Er is niets veranderd.</translation>
    </message>
    <message>
      <source>Timeline: {list}</source>
      <translation>Tijdlijn: {list}</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>Inzoomen</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>Uitzoomen</translation>
    </message>
    <message>
      <source>n/a</source>
      <translation>n.v.t.</translation>
    </message>
    <message>
      <source>not scored yet</source>
      <translation>nog geen score</translation>
    </message>
    <message>
      <source>{value}, between {low} and {high}</source>
      <translation>{value}, tussen {low} en {high}</translation>
    </message>
    <message>
      <source>“{text}” cannot be read. Type it like {example}.</source>
      <translation>“{text}” is niet te lezen. Typ het zoals {example}.</translation>
    </message>
  </context>
</TS>
