<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>sign_in</name>
    <message>
      <source>0 is never. Ctrl+L locks at once, for another user too.</source>
      <translation>0 is nooit. Ctrl+L vergrendelt meteen, ook om van gebruiker te wisselen.</translation>
    </message>
    <message>
      <source>Account for another person</source>
      <translation>Account voor iemand anders</translation>
    </message>
    <message>
      <source>Account for {name}</source>
      <translation>Account voor {name}</translation>
    </message>
    <message>
      <source>Accounts</source>
      <translation>Accounts</translation>
    </message>
    <message numerus="yes">
      <source>Accounts for %n on the list of the jury</source>
      <translation>
        <numerusform>Account voor %n persoon op de jurylijst</numerusform>
        <numerusform>Accounts voor %n personen op de jurylijst</numerusform>
      </translation>
    </message>
    <message>
      <source>Accounts for the jury</source>
      <translation>Accounts voor de jury</translation>
    </message>
    <message>
      <source>All accounts go. Whoever opens this dossier then sees and does everything, as the regisseur.</source>
      <translation>Alle accounts gaan weg. Wie dit dossier opent, ziet en doet dan alles, als regisseur.</translation>
    </message>
    <message>
      <source>Another code</source>
      <translation>Nieuwe code</translation>
    </message>
    <message>
      <source>Another code for {name}</source>
      <translation>Andere code voor {name}</translation>
    </message>
    <message>
      <source>Another code…</source>
      <translation>Nieuwe code…</translation>
    </message>
    <message>
      <source>Another dossier…</source>
      <translation>Ander dossier…</translation>
    </message>
    <message>
      <source>Another person…</source>
      <translation>Iemand anders…</translation>
    </message>
    <message>
      <source>As it stands in the journal</source>
      <translation>Zo staat die in het logboek</translation>
    </message>
    <message>
      <source>At a computer that several people share each works under their own name and role.</source>
      <translation>Op een computer die verschillende mensen delen, werkt zo elk onder de eigen naam en rol.</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Terug</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Choose a code of your own</source>
      <translation>Kies een eigen code</translation>
    </message>
    <message>
      <source>Code or passphrase</source>
      <translation>Code of wachtzin</translation>
    </message>
    <message>
      <source>Codes for the first sign-in</source>
      <translation>Codes om je de eerste keer aan te melden</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Gekopieerd</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopiëren</translation>
    </message>
    <message>
      <source>From now on everybody signs in to this dossier. You begin, as the regisseur; after that you give the jury and others their codes.</source>
      <translation>Vanaf nu meldt iedereen zich aan in dit dossier. Jij begint, als regisseur; daarna geef je de jury en anderen hun code.</translation>
    </message>
    <message>
      <source>Go on with the new passphrase</source>
      <translation>Verder met de nieuwe wachtzin</translation>
    </message>
    <message>
      <source>Good enough at a shared computer. Four words or more are stronger.</source>
      <translation>Goed genoeg op een gedeelde computer. Vier woorden of meer zijn sterker.</translation>
    </message>
    <message>
      <source>I have noted it</source>
      <translation>Ik heb het genoteerd</translation>
    </message>
    <message>
      <source>Jurors and observers come from the list of the jury.</source>
      <translation>Juryleden en waarnemers komen van de jurylijst.</translation>
    </message>
    <message>
      <source>Keep and go on</source>
      <translation>Bewaren en verder</translation>
    </message>
    <message>
      <source>Keeps who sits down here out; who copies the file finds it in no time.</source>
      <translation>Houdt wie hier gaat zitten buiten; wie het bestand kopieert, vindt dit in een oogwenk.</translation>
    </message>
    <message>
      <source>Lock without use</source>
      <translation>Vergrendelen zonder gebruik</translation>
    </message>
    <message>
      <source>Lock without use after</source>
      <translation>Vergrendelen zonder gebruik na</translation>
    </message>
    <message>
      <source>Make it obligatory</source>
      <translation>Verplicht maken</translation>
    </message>
    <message>
      <source>Make signing in obligatory</source>
      <translation>Aanmelden verplicht maken</translation>
    </message>
    <message>
      <source>Make signing in obligatory…</source>
      <translation>Aanmelden verplicht maken…</translation>
    </message>
    <message>
      <source>Make the account</source>
      <translation>Account maken</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Naam</translation>
    </message>
    <message>
      <source>New code or passphrase</source>
      <translation>Nieuwe code of wachtzin</translation>
    </message>
    <message>
      <source>New recovery key</source>
      <translation>Nieuwe herstelsleutel</translation>
    </message>
    <message>
      <source>New recovery key for {name}</source>
      <translation>Nieuwe herstelsleutel voor {name}</translation>
    </message>
    <message>
      <source>New recovery key…</source>
      <translation>Nieuwe herstelsleutel…</translation>
    </message>
    <message>
      <source>Nobody has to sign in.</source>
      <translation>Niemand hoeft zich aan te melden.</translation>
    </message>
    <message>
      <source>Nobody signs in any more</source>
      <translation>Niemand meldt zich nog aan</translation>
    </message>
    <message>
      <source>Nobody signs in any more…</source>
      <translation>Niemand meldt zich nog aan…</translation>
    </message>
    <message>
      <source>Once more</source>
      <translation>Nog eens</translation>
    </message>
    <message>
      <source>Passphrase forgotten</source>
      <translation>Wachtzin vergeten</translation>
    </message>
    <message>
      <source>Recovery key</source>
      <translation>Herstelsleutel</translation>
    </message>
    <message>
      <source>Recovery key…</source>
      <translation>Herstelsleutel…</translation>
    </message>
    <message>
      <source>Remove all accounts</source>
      <translation>Alle accounts weghalen</translation>
    </message>
    <message>
      <source>Remove the account</source>
      <translation>Account weghalen</translation>
    </message>
    <message>
      <source>Remove the account of {name}</source>
      <translation>Account van {name} weghalen</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>Weghalen…</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Rol</translation>
    </message>
    <message>
      <source>Show what I type</source>
      <translation>Toon wat ik typ</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Aanmelden</translation>
    </message>
    <message>
      <source>Signing in</source>
      <translation>Aanmelden</translation>
    </message>
    <message>
      <source>Signing in keeps people apart who share this program. It does not lock the file: whoever can copy a file without encryption can read it with another program (Settings, Protection).</source>
      <translation>Aanmelden houdt mensen uit elkaar die dit programma delen. Het sluit het bestand niet af: wie een bestand zonder versleuteling kan kopiëren, kan het met een ander programma lezen (Instellingen, Beveiliging).</translation>
    </message>
    <message>
      <source>Six digits or more. Letters and words are welcome.</source>
      <translation>Zes cijfers of meer. Letters en woorden mogen ook.</translation>
    </message>
    <message>
      <source>Six words; capitals, spaces and hyphens make no difference.</source>
      <translation>Zes woorden; hoofdletters, spaties en streepjes maken niets uit.</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Toestand</translation>
    </message>
    <message>
      <source>Strong.</source>
      <translation>Sterk.</translation>
    </message>
    <message>
      <source>That is not the same.</source>
      <translation>Dat is niet hetzelfde.</translation>
    </message>
    <message>
      <source>The one you used was chosen by somebody else. From now on only you know it.</source>
      <translation>Je code was door iemand anders gekozen. Vanaf nu ken alleen jij ze.</translation>
    </message>
    <message>
      <source>Twelve characters or more: four ordinary words in a row are easy to keep in mind.</source>
      <translation>Twaalf tekens of meer: vier gewone woorden na elkaar onthoud je makkelijk.</translation>
    </message>
    <message>
      <source>Who are you?</source>
      <translation>Wie ben je?</translation>
    </message>
    <message>
      <source>With the recovery key that was printed a regisseur chooses a new passphrase.</source>
      <translation>Met de herstelsleutel op papier kiest een regisseur een nieuwe wachtzin.</translation>
    </message>
    <message>
      <source>With this key a regisseur comes in who forgot the passphrase. You see it now and never again: print it or write it down, and put it away apart from this computer.</source>
      <translation>Met deze sleutel komt een regisseur binnen die de wachtzin vergat. Je ziet hem nu en nooit meer: druk hem af of schrijf hem op, en bewaar hem apart van deze computer.</translation>
    </message>
    <message>
      <source>You see this now and never again. Tell each person their own code; at the first sign-in they choose another one, which only they know.</source>
      <translation>Je ziet dit nu en nooit meer. Zeg elk de eigen code; bij de eerste aanmelding kiezen ze een andere, die alleen zij kennen.</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Je naam</translation>
    </message>
    <message>
      <source>Your passphrase</source>
      <translation>Je wachtzin</translation>
    </message>
    <message>
      <source>juror</source>
      <translation>jurylid</translation>
    </message>
    <message>
      <source>minutes</source>
      <translation>minuten</translation>
    </message>
    <message>
      <source>observer</source>
      <translation>waarnemer</translation>
    </message>
    <message>
      <source>regisseur</source>
      <translation>regisseur</translation>
    </message>
    <message>
      <source>second reader</source>
      <translation>tweede lezer</translation>
    </message>
    <message>
      <source>still has the code you gave</source>
      <translation>heeft nog de code die je gaf</translation>
    </message>
    <message>
      <source>waits until {moment} after wrong codes</source>
      <translation>wacht tot {moment} na verkeerde codes</translation>
    </message>
    <message>
      <source>{name} cannot sign in any more.</source>
      <translation>{name} kan zich niet meer aanmelden.</translation>
    </message>
    <message>
      <source>{name} cannot sign in any more. What was done under that name stays.</source>
      <translation>{name} kan zich niet meer aanmelden. Wat onder die naam gebeurde, blijft.</translation>
    </message>
    <message>
      <source>{name} gets a new recovery key; the one before opens nothing any more.</source>
      <translation>{name} krijgt een nieuwe herstelsleutel; de vorige opent niets meer.</translation>
    </message>
    <message>
      <source>{name} signs in with a new code from now on; the one before opens nothing any more.</source>
      <translation>{name} meldt zich voortaan aan met een nieuwe code; de vorige opent niets meer.</translation>
    </message>
  </context>
</TS>
