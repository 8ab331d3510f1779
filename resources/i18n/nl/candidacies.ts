<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>candidacies</name>
    <message numerus="yes">
      <source>%n candidacies</source>
      <translation>
        <numerusform>%n kandidatuur</numerusform>
        <numerusform>%n kandidaturen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n candidacies written to {name}.</source>
      <translation>
        <numerusform>%n kandidatuur geschreven in {name}.</numerusform>
        <numerusform>%n kandidaturen geschreven in {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n duplicates</source>
      <translation>
        <numerusform>%n dubbel</numerusform>
        <numerusform>%n dubbels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n events on score sheets are sealed for now. They stand in the journal.</source>
      <translation>
        <numerusform>1 gebeurtenis over een beoordeling is nog verzegeld. Ze staat in het logboek.</numerusform>
        <numerusform>%n gebeurtenissen over beoordelingen zijn nog verzegeld. Ze staan in het logboek.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n items lack.</source>
      <translation>
        <numerusform>1 punt is niet in orde.</numerusform>
        <numerusform>%n punten zijn niet in orde.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n messages read</source>
      <translation>
        <numerusform>%n bericht gelezen</numerusform>
        <numerusform>%n berichten gelezen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n messages read. Look through what they are and confirm.</source>
      <translation>
        <numerusform>%n bericht gelezen. Kijk na wat het is en bevestig.</numerusform>
        <numerusform>%n berichten gelezen. Kijk na wat ze zijn en bevestig.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n messages that ask for care have not been confirmed one by one.</source>
      <translation>
        <numerusform>%n twijfelgeval is nog niet apart bevestigd. Bevestig je alles zoals het voorgesteld is?</numerusform>
        <numerusform>%n twijfelgevallen zijn nog niet apart bevestigd. Bevestig je alles zoals het voorgesteld is?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n other messages</source>
      <translation>
        <numerusform>%n ander bericht</numerusform>
        <numerusform>%n andere berichten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n other traces; these do not decide</source>
      <translation>
        <numerusform>%n ander spoor; dat telt niet mee</numerusform>
        <numerusform>%n andere sporen; die tellen niet mee</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n possible conflicts of interest to look at.</source>
      <translation>
        <numerusform>%n mogelijk belangenconflict na te kijken.</numerusform>
        <numerusform>%n mogelijke belangenconflicten na te kijken.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n revised versions merged</source>
      <translation>
        <numerusform>%n herziene versie samengevoegd</numerusform>
        <numerusform>%n herziene versies samengevoegd</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n sheets judge an older version. Tell the jurors.</source>
      <translation>
        <numerusform>1 beoordeling gaat over een vorige versie. Laat het jurylid het weten.</numerusform>
        <numerusform>%n beoordelingen gaan over een vorige versie. Laat de juryleden het weten.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n to confirm</source>
      <translation>
        <numerusform>%n te bevestigen</numerusform>
        <numerusform>%n te bevestigen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n unreadable (kept)</source>
      <translation>
        <numerusform>%n onleesbaar (bewaard)</numerusform>
        <numerusform>%n onleesbaar (bewaard)</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n versions</source>
      <translation>
        <numerusform>%n versie</numerusform>
        <numerusform>%n versies</numerusform>
      </translation>
    </message>
    <message>
      <source>(no sender)</source>
      <translation>(geen afzender)</translation>
    </message>
    <message>
      <source>(no subject)</source>
      <translation>(geen onderwerp)</translation>
    </message>
    <message>
      <source>(no text)</source>
      <translation>(geen tekst)</translation>
    </message>
    <message>
      <source>1 to 4 choose, Backspace leaves it to the program again.</source>
      <translation>1 tot 4 kiezen; Backspace laat het weer aan het programma over.</translation>
    </message>
    <message>
      <source>A candidacy needs the name of an organisation.</source>
      <translation>Een kandidatuur heeft de naam van een organisatie nodig.</translation>
    </message>
    <message>
      <source>A file shows consistency, not authenticity.</source>
      <translation>Een bestand toont samenhang, geen echtheid.</translation>
    </message>
    <message>
      <source>A later version came after the deadline; the version in time counts.</source>
      <translation>Een latere versie kwam na de deadline; de versie die op tijd was, telt.</translation>
    </message>
    <message>
      <source>A replacement came after the deadline; the version that came in time counts.</source>
      <translation>Een vervanging kwam na de deadline; de versie die op tijd kwam, telt.</translation>
    </message>
    <message>
      <source>Add a stretch</source>
      <translation>Verhindering toevoegen</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Adres</translation>
    </message>
    <message>
      <source>Admissible</source>
      <translation>Ontvankelijk</translation>
    </message>
    <message>
      <source>Admissible · next</source>
      <translation>Ontvankelijk · volgende</translation>
    </message>
    <message>
      <source>Admit {name} all the same?</source>
      <translation>{name} toch toelaten?</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>Alle bestanden</translation>
    </message>
    <message>
      <source>All messages</source>
      <translation>Alle berichten</translation>
    </message>
    <message>
      <source>All scores are in; they can be seen at the deliberation.</source>
      <translation>Alle scores zijn binnen; je ziet ze bij de deliberatie.</translation>
    </message>
    <message>
      <source>Another server on the way</source>
      <translation>Andere server onderweg</translation>
    </message>
    <message>
      <source>Arrival</source>
      <translation>Aankomst</translation>
    </message>
    <message>
      <source>Arrived</source>
      <translation>Aankomst</translation>
    </message>
    <message>
      <source>Arrived after the deadline. You decide.</source>
      <translation>Kwam aan na de deadline. Jij beslist.</translation>
    </message>
    <message>
      <source>Arrived on {moment} ({proof}); the deadline was {deadline}.</source>
      <translation>Kwam aan op {moment} ({proof}); de deadline was {deadline}.</translation>
    </message>
    <message>
      <source>As the program proposes</source>
      <translation>Zoals het programma voorstelt</translation>
    </message>
    <message>
      <source>Ask for a copy (A)…</source>
      <translation>Vraag een kopie (A)…</translation>
    </message>
    <message>
      <source>Ask for a copy…</source>
      <translation>Vraag een kopie…</translation>
    </message>
    <message>
      <source>Ask for a message that can be read</source>
      <translation>Vraag een bericht dat te lezen is</translation>
    </message>
    <message>
      <source>Ask for what lacks…</source>
      <translation>Vraag opstellen…</translation>
    </message>
    <message>
      <source>Ask the sender for a message that can be read: the program drafts the mail.</source>
      <translation>Vraag de afzender om een bericht dat wel te lezen is: het programma stelt de mail op.</translation>
    </message>
    <message>
      <source>Ask {reference} for what lacks</source>
      <translation>Vraag {reference} wat ontbreekt</translation>
    </message>
    <message>
      <source>Ask {sender} for a message that can be read</source>
      <translation>Vraag {sender} om een leesbaar bericht</translation>
    </message>
    <message>
      <source>Asked, by {day}</source>
      <translation>Gevraagd tegen {day}</translation>
    </message>
    <message>
      <source>Asks for attention</source>
      <translation>Vraagt aandacht</translation>
    </message>
    <message>
      <source>Assessments</source>
      <translation>Beoordelingen</translation>
    </message>
    <message>
      <source>Attachment</source>
      <translation>Bijlage</translation>
    </message>
    <message>
      <source>Attachment {name}</source>
      <translation>Bijlage {name}</translation>
    </message>
    <message>
      <source>Attachments</source>
      <translation>Bijlagen</translation>
    </message>
    <message>
      <source>Availability for the pitch</source>
      <translation>Beschikbaarheid voor de pitch</translation>
    </message>
    <message>
      <source>Belongs to</source>
      <translation>Hoort bij</translation>
    </message>
    <message>
      <source>Borderline</source>
      <translation>Grensgeval</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Candidacies</source>
      <translation>Kandidaturen</translation>
    </message>
    <message>
      <source>Candidacy</source>
      <translation>Kandidatuur</translation>
    </message>
    <message>
      <source>Cannot pitch</source>
      <translation>Kan niet pitchen</translation>
    </message>
    <message>
      <source>Certain</source>
      <translation>Zeker</translation>
    </message>
    <message>
      <source>Certainty</source>
      <translation>Zekerheid</translation>
    </message>
    <message>
      <source>Challenges</source>
      <translation>Regio-uitdagingen</translation>
    </message>
    <message>
      <source>Change the availability of {reference}</source>
      <translation>Beschikbaarheid van {reference} wijzigen</translation>
    </message>
    <message>
      <source>Change the particulars of {reference}</source>
      <translation>Gegevens van {reference} wijzigen</translation>
    </message>
    <message>
      <source>Checklist</source>
      <translation>Controle</translation>
    </message>
    <message>
      <source>Checklist ({count})</source>
      <translation>Controle ({count})</translation>
    </message>
    <message>
      <source>Checklist of {reference}</source>
      <translation>Controlelijst van {reference}</translation>
    </message>
    <message>
      <source>Choose a folder…</source>
      <translation>Map kiezen…</translation>
    </message>
    <message>
      <source>Choose files…</source>
      <translation>Bestanden kiezen…</translation>
    </message>
    <message>
      <source>Choose the candidacy it is a version of.</source>
      <translation>Kies van welke kandidatuur dit een versie is.</translation>
    </message>
    <message>
      <source>Choose the export of the mailbox</source>
      <translation>Kies de export van het postvak</translation>
    </message>
    <message>
      <source>Choose the folder with the export</source>
      <translation>Kies de map met de export</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Compare (V)…</source>
      <translation>Vergelijken (V)…</translation>
    </message>
    <message>
      <source>Complete?</source>
      <translation>Volledig?</translation>
    </message>
    <message>
      <source>Confirm everything</source>
      <translation>Alles bevestigen</translation>
    </message>
    <message>
      <source>Confirm everything?</source>
      <translation>Alles bevestigen?</translation>
    </message>
    <message numerus="yes">
      <source>Confirm the place of %n messages</source>
      <translation>
        <numerusform>Plaats van %n bericht bevestigen</numerusform>
        <numerusform>Plaats van %n berichten bevestigen</numerusform>
      </translation>
    </message>
    <message>
      <source>Confirm the place of {message}</source>
      <translation>Plaats bevestigen van {message}</translation>
    </message>
    <message>
      <source>Confirm · next</source>
      <translation>Bevestigen · volgende</translation>
    </message>
    <message>
      <source>Confirmed</source>
      <translation>Bevestigd</translation>
    </message>
    <message>
      <source>Conflict</source>
      <translation>Conflict</translation>
    </message>
    <message>
      <source>Conflict of interest</source>
      <translation>Belangenconflict</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>Contactpersoon</translation>
    </message>
    <message>
      <source>Copy the text</source>
      <translation>Tekst kopiëren</translation>
    </message>
    <message>
      <source>Date as the sender's computer wrote it</source>
      <translation>Datum volgens de computer van de afzender</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Dag</translation>
    </message>
    <message>
      <source>Declare {name} inadmissible?</source>
      <translation>{name} niet ontvankelijk verklaren?</translation>
    </message>
    <message>
      <source>Declare {name} late?</source>
      <translation>{name} laattijdig verklaren?</translation>
    </message>
    <message>
      <source>Delivery time of the mail server (MAPI 0x0E06)</source>
      <translation>Bezorgtijd van de mailserver (MAPI 0x0E06)</translation>
    </message>
    <message>
      <source>Do you know already what it is? Say so with 1 to 4. A candidacy starts with what stands above; the rest you type under Particulars, and what the sender sends again is proposed as its version.</source>
      <translation>Weet je al wat het is? Zeg het met 1 tot 4. Een kandidatuur begint met wat hierboven staat; de rest typ je bij Gegevens, en wat de afzender opnieuw stuurt, wordt er als versie bij voorgesteld.</translation>
    </message>
    <message>
      <source>Doubtful</source>
      <translation>Twijfelachtig</translation>
    </message>
    <message>
      <source>Draft mails</source>
      <translation>Conceptmails</translation>
    </message>
    <message>
      <source>Drop your mailbox export here or choose files</source>
      <translation>Sleep je postvakexport hierheen of kies bestanden</translation>
    </message>
    <message>
      <source>Duplicate</source>
      <translation>Dubbel</translation>
    </message>
    <message>
      <source>E-mail address</source>
      <translation>E-mailadres</translation>
    </message>
    <message>
      <source>Establish the arrival…</source>
      <translation>Aankomst vaststellen…</translation>
    </message>
    <message>
      <source>Established by the coordinator</source>
      <translation>Vastgesteld door de regisseur</translation>
    </message>
    <message>
      <source>Every change is kept at once. Ctrl+Z undoes it.</source>
      <translation>Elke wijziging wordt meteen bewaard. Ctrl+Z maakt ze ongedaan.</translation>
    </message>
    <message>
      <source>Every message has its place, confirmed by you.</source>
      <translation>Elk bericht heeft zijn plaats, door jou bevestigd.</translation>
    </message>
    <message>
      <source>Everything the call asks is there now. You decide.</source>
      <translation>Alles wat de oproep vraagt, is er nu. Jij beslist.</translation>
    </message>
    <message>
      <source>Everything the call asks is there.</source>
      <translation>Alles wat de oproep vraagt, is er.</translation>
    </message>
    <message>
      <source>Export the candidacies</source>
      <translation>Kandidaturen exporteren</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exporteren…</translation>
    </message>
    <message>
      <source>Filled in by {who} on {moment}.</source>
      <translation>Ingevuld door {who} op {moment}.</translation>
    </message>
    <message>
      <source>Found since</source>
      <translation>Intussen gevonden</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Van</translation>
    </message>
    <message>
      <source>From line of the export</source>
      <translation>From-regel van de export</translation>
    </message>
    <message>
      <source>From {file}: “{line}”</source>
      <translation>Uit {file}: “{line}”</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Geschiedenis</translation>
    </message>
    <message>
      <source>How do I export my mailbox?</source>
      <translation>Hoe exporteer ik mijn postvak?</translation>
    </message>
    <message>
      <source>Import a folder…</source>
      <translation>Map importeren…</translation>
    </message>
    <message>
      <source>Import again</source>
      <translation>Opnieuw importeren</translation>
    </message>
    <message>
      <source>Import mailbox</source>
      <translation>Postvak importeren</translation>
    </message>
    <message>
      <source>Import mailbox…</source>
      <translation>Postvak importeren…</translation>
    </message>
    <message>
      <source>Import {name}</source>
      <translation>{name} importeren</translation>
    </message>
    <message>
      <source>In time</source>
      <translation>Op tijd</translation>
    </message>
    <message>
      <source>In time?</source>
      <translation>Op tijd?</translation>
    </message>
    <message>
      <source>Inadmissible</source>
      <translation>Niet ontvankelijk</translation>
    </message>
    <message>
      <source>Inadmissible…</source>
      <translation>Niet ontvankelijk…</translation>
    </message>
    <message>
      <source>It does not say who sent it. If it is mail, look in the mailbox itself or ask whoever runs the mail server.</source>
      <translation>Er staat niet in wie het stuurde. Is het mail, kijk dan in het postvak zelf of vraag het wie de mailserver beheert.</translation>
    </message>
    <message>
      <source>Jury</source>
      <translation>Jury</translation>
    </message>
    <message>
      <source>Kept among sent mail or drafts</source>
      <translation>Lag bij verzonden mail of concepten</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Soort</translation>
    </message>
    <message>
      <source>Late</source>
      <translation>Laattijdig</translation>
    </message>
    <message>
      <source>Late version</source>
      <translation>Late versie</translation>
    </message>
    <message>
      <source>Late?</source>
      <translation>Laattijdig?</translation>
    </message>
    <message>
      <source>Late…</source>
      <translation>Laattijdig…</translation>
    </message>
    <message>
      <source>Likely</source>
      <translation>Waarschijnlijk</translation>
    </message>
    <message>
      <source>Look at it</source>
      <translation>Kijk na</translation>
    </message>
    <message>
      <source>Look at what was not read.</source>
      <translation>Kijk na wat niet gelezen is.</translation>
    </message>
    <message>
      <source>Mailbox exports</source>
      <translation>Postvakexports</translation>
    </message>
    <message>
      <source>Mended by {who} on {moment}; differs from the form.</source>
      <translation>Verbeterd door {who} op {moment}; wijkt af van het formulier.</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>Message and reason</source>
      <translation>Bericht en reden</translation>
    </message>
    <message>
      <source>Messages</source>
      <translation>Berichten</translation>
    </message>
    <message>
      <source>Messages ({count})</source>
      <translation>Berichten ({count})</translation>
    </message>
    <message>
      <source>Missing</source>
      <translation>Ontbreekt</translation>
    </message>
    <message>
      <source>Missing on the form</source>
      <translation>Ontbreekt op het formulier</translation>
    </message>
    <message>
      <source>Moment of receipt in Apple Mail</source>
      <translation>Moment van ontvangst in Apple Mail</translation>
    </message>
    <message>
      <source>Municipalities</source>
      <translation>Gemeenten</translation>
    </message>
    <message>
      <source>Name of the file</source>
      <translation>Naam van het bestand</translation>
    </message>
    <message>
      <source>New version</source>
      <translation>Nieuwe versie</translation>
    </message>
    <message>
      <source>Next candidacy</source>
      <translation>Volgende kandidatuur</translation>
    </message>
    <message>
      <source>No attachments</source>
      <translation>Geen bijlagen</translation>
    </message>
    <message>
      <source>No candidacy</source>
      <translation>Geen kandidatuur</translation>
    </message>
    <message>
      <source>No candidacy answers this search.</source>
      <translation>Geen kandidatuur om te tonen.</translation>
    </message>
    <message>
      <source>No candidacy is listed, so none is open here.</source>
      <translation>Er staat geen kandidatuur in de lijst, dus is er hier geen open.</translation>
    </message>
    <message>
      <source>No message is left to look at.</source>
      <translation>Geen bericht meer na te kijken.</translation>
    </message>
    <message>
      <source>No message of the mailbox belongs to this candidacy.</source>
      <translation>Bij deze kandidatuur hoort geen bericht uit het postvak.</translation>
    </message>
    <message>
      <source>No proof of arrival</source>
      <translation>Geen bewijs van aankomst</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>Nr.</translation>
    </message>
    <message>
      <source>Not applicable</source>
      <translation>N.v.t.</translation>
    </message>
    <message>
      <source>Not at the pitch</source>
      <translation>Niet bij de pitch</translation>
    </message>
    <message>
      <source>Not complete: {items}.</source>
      <translation>Nog niet in orde: {items}.</translation>
    </message>
    <message>
      <source>Not on the form</source>
      <translation>Staat niet op het formulier</translation>
    </message>
    <message>
      <source>Not proven</source>
      <translation>Niet bewezen</translation>
    </message>
    <message>
      <source>Not started</source>
      <translation>Nog niet begonnen</translation>
    </message>
    <message>
      <source>Note that {name} has withdrawn?</source>
      <translation>Noteren dat {name} zich terugtrekt?</translation>
    </message>
    <message>
      <source>Nothing is kept until everything has been read. Cancel leaves the dossier as it was.</source>
      <translation>Er wordt pas iets bewaard als alles gelezen is. Annuleren laat het dossier zoals het was.</translation>
    </message>
    <message>
      <source>Nothing lost.</source>
      <translation>Niets verloren.</translation>
    </message>
    <message>
      <source>Nothing proves when it arrived; the deadline was {deadline}.</source>
      <translation>Niets bewijst wanneer ze aankwam; de deadline was {deadline}.</translation>
    </message>
    <message>
      <source>Older version</source>
      <translation>Vorige versie</translation>
    </message>
    <message>
      <source>One partner on each line</source>
      <translation>Eén partner per regel</translation>
    </message>
    <message>
      <source>Opening the attachment…</source>
      <translation>Bijlage openen…</translation>
    </message>
    <message>
      <source>Opening…</source>
      <translation>Openen…</translation>
    </message>
    <message>
      <source>Or it is:</source>
      <translation>Of het is:</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisatie</translation>
    </message>
    <message>
      <source>Other judgement</source>
      <translation>Ander oordeel</translation>
    </message>
    <message>
      <source>Other message</source>
      <translation>Ander bericht</translation>
    </message>
    <message>
      <source>Particulars</source>
      <translation>Gegevens</translation>
    </message>
    <message>
      <source>Partners</source>
      <translation>Partners</translation>
    </message>
    <message>
      <source>Parts of the candidacy</source>
      <translation>Onderdelen van de kandidatuur</translation>
    </message>
    <message>
      <source>Pitch round</source>
      <translation>Pitchronde</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Plaatsen</translation>
    </message>
    <message>
      <source>Place in the export: {source}</source>
      <translation>Plaats in de export: {source}</translation>
    </message>
    <message>
      <source>Place the message differently</source>
      <translation>Bericht anders plaatsen</translation>
    </message>
    <message>
      <source>Preference for the pitch</source>
      <translation>Voorkeur voor de pitch</translation>
    </message>
    <message>
      <source>Present</source>
      <translation>Aanwezig</translation>
    </message>
    <message>
      <source>Previous</source>
      <translation>Vorige</translation>
    </message>
    <message>
      <source>Previous candidacy</source>
      <translation>Vorige kandidatuur</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Voortgang</translation>
    </message>
    <message>
      <source>Proof: {kind}</source>
      <translation>Bewijs: {kind}</translation>
    </message>
    <message>
      <source>Proposal: {reason}</source>
      <translation>Voorstel: {reason}</translation>
    </message>
    <message>
      <source>Reading {name}</source>
      <translation>{name} lezen</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Reden</translation>
    </message>
    <message>
      <source>Reason (comes into a new letter)</source>
      <translation>Reden (komt in een nieuwe brief)</translation>
    </message>
    <message>
      <source>Reason (goes into the letter)</source>
      <translation>Reden (komt in de brief)</translation>
    </message>
    <message>
      <source>Reason (stays in the dossier)</source>
      <translation>Reden (blijft in het dossier)</translation>
    </message>
    <message>
      <source>Received</source>
      <translation>Ontvangen</translation>
    </message>
    <message>
      <source>Received by your own mail server</source>
      <translation>Ontvangen door je eigen mailserver</translation>
    </message>
    <message>
      <source>Remove this stretch</source>
      <translation>Deze verhindering wissen</translation>
    </message>
    <message>
      <source>Review the import</source>
      <translation>Import nakijken</translation>
    </message>
    <message>
      <source>Review the import ({count})</source>
      <translation>Import nakijken ({count})</translation>
    </message>
    <message>
      <source>Revise the decision</source>
      <translation>Beslissing herzien</translation>
    </message>
    <message>
      <source>Revise what the candidate was told?</source>
      <translation>Herzien wat de kandidaat al weet?</translation>
    </message>
    <message>
      <source>Revised version</source>
      <translation>Herziene versie</translation>
    </message>
    <message>
      <source>Save a copy</source>
      <translation>Kopie bewaren</translation>
    </message>
    <message>
      <source>Save a copy of this file…</source>
      <translation>Kopie van dit bestand bewaren…</translation>
    </message>
    <message>
      <source>Save as a draft mail…</source>
      <translation>Bewaren als conceptmail…</translation>
    </message>
    <message>
      <source>Save the draft mail</source>
      <translation>Conceptmail bewaren</translation>
    </message>
    <message>
      <source>Save the first megabyte…</source>
      <translation>Eerste megabyte bewaren…</translation>
    </message>
    <message>
      <source>Save the original…</source>
      <translation>Origineel bewaren…</translation>
    </message>
    <message>
      <source>Save unreadable messages…</source>
      <translation>Onleesbare berichten bewaren…</translation>
    </message>
    <message>
      <source>Saved as {name}.</source>
      <translation>Bewaard als {name}.</translation>
    </message>
    <message>
      <source>Saved as {name}. {reference} is asked to answer by {day}.</source>
      <translation>Bewaard als {name}. Genoteerd: {reference} antwoordt tegen {day}.</translation>
    </message>
    <message>
      <source>Saved as {name}. {sender} is asked to answer by {day}.</source>
      <translation>Bewaard als {name}. {sender} wordt gevraagd om te antwoorden tegen {day}.</translation>
    </message>
    <message>
      <source>Scores stay sealed until the call lets them be seen.</source>
      <translation>De scores blijven verzegeld tot de oproep ze laat zien.</translation>
    </message>
    <message>
      <source>Search in the candidacies</source>
      <translation>Zoek in de kandidaturen</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Toon</translation>
    </message>
    <message>
      <source>Show where it stands</source>
      <translation>Toon waar het staat</translation>
    </message>
    <message>
      <source>Show where it stands: {field} ({key})</source>
      <translation>Toon waar dit staat: {field} ({key})</translation>
    </message>
    <message>
      <source>Show which candidacies</source>
      <translation>Welke kandidaturen tonen</translation>
    </message>
    <message>
      <source>Show which messages</source>
      <translation>Welke berichten tonen</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Stoppen…</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>Onderwerp</translation>
    </message>
    <message>
      <source>Submitted</source>
      <translation>Ingediend</translation>
    </message>
    <message>
      <source>Take the judgement back</source>
      <translation>Oordeel wissen</translation>
    </message>
    <message>
      <source>Take the last import back…</source>
      <translation>Laatste import terugnemen…</translation>
    </message>
    <message>
      <source>Telephone</source>
      <translation>Telefoon</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Tekst</translation>
    </message>
    <message>
      <source>Text of the file</source>
      <translation>Tekst van het bestand</translation>
    </message>
    <message>
      <source>Text of the file, without its layout.</source>
      <translation>De tekst van het bestand, zonder opmaak.</translation>
    </message>
    <message>
      <source>The call: “{source}”</source>
      <translation>De oproep: “{source}”</translation>
    </message>
    <message>
      <source>The candidacy stands in the message itself. Look under Messages.</source>
      <translation>De kandidatuur staat in het bericht zelf. Kijk onder Berichten.</translation>
    </message>
    <message>
      <source>The end comes before the beginning.</source>
      <translation>Het einde valt voor het begin.</translation>
    </message>
    <message>
      <source>The import was stopped. Nothing of it was kept: the dossier is as it was before. Import again whenever you like; nothing will be there twice.</source>
      <translation>De import is gestopt. Er is niets van bewaard: het dossier is zoals het ervoor was. Importeer opnieuw wanneer je wil; niets komt er dubbel in.</translation>
    </message>
    <message>
      <source>The journal keeps the reason</source>
      <translation>De reden blijft in het logboek</translation>
    </message>
    <message>
      <source>The jury assesses a candidacy once you have judged it admissible.</source>
      <translation>De jury beoordeelt een kandidatuur zodra jij ze ontvankelijk verklaart.</translation>
    </message>
    <message>
      <source>The jury will assess this candidacy. Your reason stays in the dossier; if the candidate was told otherwise, it goes into a letter.</source>
      <translation>De jury zal deze kandidatuur beoordelen. Je reden blijft in het dossier; hoorde de kandidaat al iets anders, dan komt ze in een brief.</translation>
    </message>
    <message>
      <source>The jury will not assess this candidacy. All that came in is kept; you can come back on it.</source>
      <translation>De jury beoordeelt deze kandidatuur dan niet. Alles wat binnenkwam blijft bewaard; je kunt erop terugkomen.</translation>
    </message>
    <message>
      <source>The message has been kept as it came in.</source>
      <translation>Het bericht is bewaard zoals het binnenkwam.</translation>
    </message>
    <message>
      <source>The program sends nothing itself. Save the draft and open it in your mail program, or copy the text. The checklist then notes that you asked, with an answer by {day}.</source>
      <translation>Het programma verstuurt zelf niets. Bewaar het concept en open het in je mailprogramma, of kopieer de tekst. De controlelijst noteert dan dat je het vroeg, met antwoord tegen {day}.</translation>
    </message>
    <message>
      <source>The program sends nothing itself. Save the draft and open it in your mail program, or copy the text. The journal then notes that you asked, with an answer by {day}.</source>
      <translation>Het programma verstuurt zelf niets. Bewaar het ontwerp en open het in je mailprogramma, of kopieer de tekst. Het logboek noteert dan dat je het vroeg, met een antwoord tegen {day}.</translation>
    </message>
    <message>
      <source>The round has ended and nobody scored this candidacy.</source>
      <translation>De ronde is afgelopen en niemand beoordeelde deze kandidatuur.</translation>
    </message>
    <message>
      <source>The sender was asked to answer by {day}.</source>
      <translation>Aan de afzender is gevraagd om te antwoorden tegen {day}.</translation>
    </message>
    <message>
      <source>The text is on the clipboard. {reference} is asked to answer by {day}.</source>
      <translation>De tekst staat op het klembord. Genoteerd: {reference} antwoordt tegen {day}.</translation>
    </message>
    <message>
      <source>The text is on the clipboard. {sender} is asked to answer by {day}.</source>
      <translation>De tekst staat op het klembord. {sender} wordt gevraagd om te antwoorden tegen {day}.</translation>
    </message>
    <message>
      <source>There are no jurors yet. Add them on the page Jury.</source>
      <translation>Er zijn nog geen juryleden. Voeg ze toe op de pagina Jury.</translation>
    </message>
    <message>
      <source>There was no mail in it. Choose another file or folder.</source>
      <translation>Er zat geen mail in. Kies een ander bestand of een andere map.</translation>
    </message>
    <message>
      <source>This is not an e-mail address; it has not been kept yet.</source>
      <translation>Dit is geen e-mailadres; het is nog niet bewaard.</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Aan</translation>
    </message>
    <message>
      <source>To complete</source>
      <translation>Aanvullen</translation>
    </message>
    <message>
      <source>To complete ({count})</source>
      <translation>Aanvullen ({count})</translation>
    </message>
    <message>
      <source>To complete? ({count})</source>
      <translation>Aanvullen? ({count})</translation>
    </message>
    <message>
      <source>To confirm</source>
      <translation>Te bevestigen</translation>
    </message>
    <message>
      <source>To judge</source>
      <translation>Te beoordelen</translation>
    </message>
    <message>
      <source>To request</source>
      <translation>Op te vragen</translation>
    </message>
    <message>
      <source>To the letter about this</source>
      <translation>Naar de brief hierover</translation>
    </message>
    <message>
      <source>To the list</source>
      <translation>Naar de lijst</translation>
    </message>
    <message>
      <source>Unreadable</source>
      <translation>Onleesbaar</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>Tot</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Versie</translation>
    </message>
    <message>
      <source>Version {number}</source>
      <translation>Versie {number}</translation>
    </message>
    <message>
      <source>What you can do</source>
      <translation>Wat je kunt doen</translation>
    </message>
    <message>
      <source>What your mail program gives: .pst, .msg, .eml, mbox, .olm, or a folder or zip with them. The export is only read, never changed, and nothing leaves this computer.</source>
      <translation>Wat je mailprogramma geeft: .pst, .msg, .eml, mbox, .olm, of een map of zip daarmee. De export wordt alleen gelezen, nooit gewijzigd, en niets verlaat deze computer.</translation>
    </message>
    <message>
      <source>With a reason (P)…</source>
      <translation>Met reden (P)…</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>Ingetrokken</translation>
    </message>
    <message>
      <source>Withdrawn…</source>
      <translation>Ingetrokken…</translation>
    </message>
    <message>
      <source>Workbooks</source>
      <translation>Werkmappen</translation>
    </message>
    <message>
      <source>Written round</source>
      <translation>Schriftelijke ronde</translation>
    </message>
    <message>
      <source>You decided. The program: {reason}</source>
      <translation>Door jou bepaald. Het programma: {reason}</translation>
    </message>
    <message>
      <source>You have not judged the form yet.</source>
      <translation>Je hebt nog niet over de vorm geoordeeld.</translation>
    </message>
    <message>
      <source>also read in {sources}</source>
      <translation>ook gelezen in {sources}</translation>
    </message>
    <message>
      <source>candidacies</source>
      <translation>kandidaturen</translation>
    </message>
    <message>
      <source>counts</source>
      <translation>telt</translation>
    </message>
    <message>
      <source>deadline {deadline} · by the clock of the mail server</source>
      <translation>deadline {deadline} · klok van de mailserver</translation>
    </message>
    <message>
      <source>established by the coordinator: {reason}</source>
      <translation>vastgesteld door de regisseur: {reason}</translation>
    </message>
    <message>
      <source>everything confirmed</source>
      <translation>alles bevestigd</translation>
    </message>
    <message>
      <source>late</source>
      <translation>laattijdig</translation>
    </message>
    <message>
      <source>mail server {host}</source>
      <translation>mailserver {host}</translation>
    </message>
    <message>
      <source>no moment with a known time zone</source>
      <translation>geen tijdstip met een bekende tijdzone</translation>
    </message>
    <message>
      <source>proof in time</source>
      <translation>bewijs op tijd</translation>
    </message>
    <message>
      <source>repeats {source}</source>
      <translation>herhaalt {source}</translation>
    </message>
    <message>
      <source>request for a copy.eml</source>
      <translation>vraag om een kopie.eml</translation>
    </message>
    <message>
      <source>review of the import · {count} messages · {waiting}</source>
      <translation>import nakijken · {count} berichten · {waiting}</translation>
    </message>
    <message>
      <source>the last mail server; confirm that it is your own</source>
      <translation>de laatste mailserver; bevestig dat het die van jullie is</translation>
    </message>
    <message>
      <source>workbook Excel list</source>
      <translation>werkmap Excel lijst</translation>
    </message>
    <message>
      <source>{reference} request.eml</source>
      <translation>{reference} vraag.eml</translation>
    </message>
    <message>
      <source>{reference}: {judgement}</source>
      <translation>{reference}: {judgement}</translation>
    </message>
    <message>
      <source>{submitted} of {expected} submitted</source>
      <translation>{submitted} van {expected} ingediend</translation>
    </message>
    <message>
      <source>↑↓ choose · Enter confirms · 1–4 what it is</source>
      <translation>↑↓ kiezen · Enter klopt · 1–4 wat het is</translation>
    </message>
  </context>
</TS>
