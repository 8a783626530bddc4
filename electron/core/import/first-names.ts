/** Common given names in Sweden and in English, lower case: a hint that capitalised words are a person, never a condition. */
export const firstNames: ReadonlySet<string> = new Set(
  `aaron abdi abdul abel abigail ada adaeze adam aditi adrian agatha agda agnes agneta agnieszka ahmed aisha akira
alan alastair albert albin alexander alf alfred algot ali alice alison alistair allan alma alva ama amanda amara
amelie amina amir amit amy anders andrea andreas andrew andrzej anette angela angelica angus anil anita anjali
ann anna annabel anne anneli annelie annette annika anthony anton antonia antonio archie arjun arne arthur arvid
ashley astrid audrey august avery axel barbara barbro basil beata beatrice ben bengt benjamin benny berit
bernard berndt bernt bertil beth betty bilal bill birger birgit birgitta björn bo bob brandon brenda brian
bridget brita britt britta bror bryan börje callum camilla carin carina carl carlos carol caroline carolyn
casper catharina catherine cecilia cedric charles charlie charlotta charlotte chen cheryl chidi chloe chris
christer christian christina claes claire clara clas clive colin conny conrad cora craig cynthia cyril dag dagny
dan daniel daphne dave david deborah debra deepa denise dennis derek diana diane disa dmitri donald donna dorian
doris dorothy douglas duncan dylan ebba ebbe ed edgar edit edith edmund edvard edvin edward edwin egon eilert
einar elena elias elin elis elisabet elisabeth elizabeth ella ellen elof elsa embla emelie emil emilia emily
emma enar eric erica erik erika erland erling ernest ernst eskil ester esther ethan eva evelyn evy ewa ewan
ewelina fanny farid fatima fay felicia felicity felix fergus filip filipa filippa finn fiona flora folke frances
frank frans fred fredrik freja freya frida gabriel gary gavin gemma georg george gerd gerda gert giles giovanni
glenn gloria gordon grace graham greg gregory gudrun gun gunilla gunnar gunnel gustaf gustav gwen göran gösta
hamilton hamish hampus hamza hanna hannah hans harald harriet harry hassan hasse hazel heather hector hedda
hedvig helen helena helene helge helmer heléne henrik henry herman hilding hiroshi hjalmar hjördis hodan holger
holly hugh hugo hussein håkan ian ibrahim ida igor imogen ines ingegerd ingemar inger ingrid ingvar iona irene
irina iris isabel isabelle isac isak isla ismail isobel ivan ivar ivy jack jacob jakob james jan jane janet
janice janne jason jasper jean jeanette jeffrey jenni jennie jennifer jenny jens jeremy jerker jerry jesper
jessica jill jim jimmie jimmy joakim joan joanna joanne joe joel johan johanna john johnny jon jonas jonathan
jonna jonny jose josef josefin josefine joseph joshua joyce juan judith judy julia julie julius justin jörgen
jörn kaisa kaj kajsa kalle karen karim karin karina karl karolina katarina katarzyna kate katherine kathleen
katja katla keith kelly ken kenji kennet kenneth kent kerstin kevin kicki kieran kim kimberly kirsty kjell klara
klas knut kofi krister kristian kristina krzysztof kurt kwame kyle kåre lage laila larry lars lasse laura layla
leia leif leila lena lennart lennox leo leon leonard leyla li liam lily lina linda linnea linnéa linus lisa
lisbeth lise lisen liv lo logan loke lorna lotta louis louise love lovisa luca lucas lucy ludvig luis lukas
lydia madeleine maeve magdalena magnus maja majken malcolm malgorzata malin malte manfred marco marcus margaret
margareta maria mariam marianne marie mark markus martha martin mary maryam mathias matias matilda mats matthew
mattias maud max maya meera megan melissa melker melvin mia michael michaela micke mikael mikaela mike mikhail
mildred miles milo mimmi mina ming mio miriam mirjam moa mohamed mohammed molly mona monica monika morag morgan
muhammad mustafa märta måns mårten nabil nadia nadine nancy natalia natalie nathan nathaniel neil nellie ngozi
nicholas nick niclas nicolas nicole nigel niklas nikolaj nikolas nilla nils nina nisse noah noel noor nora nour
nova ola ole olga olive oliver olivia olle olof olov oluwaseun omar oona oscar oskar otto ove owen pamela paolo
pat patricia patrick patrik paul paula pauline pedro pehr pelle penelope per pernilla pete peter petra petter
phil philip phoebe pierre piotr poppy priya prudence putte pär quentin ragna ragnar ragnhild raj rajesh rakel
ralf rasmus ravi raymond rebecca rebecka regina reine reza rhona rhys richard rickard rob robert robin roger
rohan roland rolf ron ronald ronja ronnie ronny rory rosa rosalind rose rosemary rosita roswitha rowan ruben
ruby runar rune rupert russell rut ruth ryan saga salomon sam samir samira samuel sandra sanjay sanna sara sarah
scott sean sebastian selma sergei sharon shirley sievert signe sigrid sigurd sigvard simon siri siv sixten sofia
sofie solveig sonja sonny sophie staffan stefan stella stellan sten stephanie stephen steve steven stewart stig
stina stuart sture sunita susan susann susanne sven svetlana tage tariq tatiana ted teodor teresa tessa theo
theodor theresa therese therése thomas tilda tim timothy tindra tobias toby tom tomas tomasz tommy tony tor tora
torbjörn tord tore torgny torsten torvald tove trevor tunde ture tuva tyler tyra ulf ulla ulrika uno urban
valter vanja vendela vera verner veronica veronika victor victoria vidar viggo vikram viktor viktoria vilhelm
ville vilma vincent viola virginia vivianne walter wei wendy werner wiktor wilhelm william wilma yasmin ylva
yngve yuki yusuf yvonne zachary zahra zandra zara zeb zelda zoe åke åsa örjan östen`.split(/\s+/u),
)
