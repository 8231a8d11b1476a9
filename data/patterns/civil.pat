# Civilians: civil.*

pattern  hardship.lack
type     civil.hardship
verb     lack need run~out require
need     patient:utility|supply of:utility|supply patient=assistance|aid|help|protection
need     agent:civ|place|people agent:site
not      of=ammunition|shell|weapon
actor    -
target   agent:civ|people
place    agent:place in:place
count    agent:number
yes      Residents of Homs lack water and power. | place=Homs
yes      Hospitals in Aden have run out of fuel and medicine. | place=Aden
yes      Some 40,000 people in Aden require assistance. | place=Aden count=36000
no       The plan lacks detail.
no       The plan ran out of steam.

pattern  hardship.starve
type     civil.hardship
verb     starve
need     agent:civ|people|number agent=they|we
not      to=death agent=animal|cattle|army
actor    -
target   agent:civ|people
place    in:place
count    agent:number
yes      Some 40,000 people in Aden are starving. | place=Aden count=36000
no       The blaze in Aden was starved of oxygen.

pattern  hardship.condition
type     civil.hardship
noun     condition
need     mod=dire|appalling|inhuman|inhumane|squalid|catastrophic|deplorable|terrible|desperate|unsanitary|like|harsh|difficult
need     case=in|under
need     head=live|shelter|hold|survive|stay|remain|exist
need     head.agent:civ|people|number
not      head.agent:force mod=weather|road
actor    -
target   head.agent:civ|people
place    in:place head.in:place
count    head.agent:number
yes      Some 400,000 people are living in famine-like conditions in Darfur. | place=Darfur count=360000
no       Some 400,000 people are living in good conditions in Darfur.

pattern  hardship.need
type     civil.hardship
noun     need
need     case=in
need     of:utility|supply of=assistance|aid|help|protection|support|care
need     subj:civ|people|number head:civ|people
not      of=ammunition|shell|weapon|reform|repair
actor    -
target   subj:civ|people head:civ|people
place    in:place subj.in:place
count    subj:number head:number
yes      Some 40,000 people in Aden are in need of aid. | place=Aden count=36000
no       The bridge in Aden is in need of repair.

pattern  hardship.without
type     civil.hardship
verb     be live leave remain cut~off survive endure go suffer trap strand
need     without:utility|supply without=access of:utility from:utility
actor    -
target   subj:civ|people|home patient:civ|people|home
place    subj:place in:place patient:place
count    subj:number patient:number
yes      Some 40,000 people in Aden were left without electricity. | place=Aden
no       He was left without an answer.

pattern  hardship.source
type     civil.hardship
noun     source access supply
need     of:utility|supply to:utility|supply of=food|water|income to=food|water|medicine
need     det=no
need     case=with head=leave|have
actor    -
target   head.patient:civ|people head.subj:civ|people
place    head.in:place in:place
count    head.patient:number head.subj:number
yes      The clashes left 9,000 people in Aden with no source of food. | count=9000
no       The shop in Aden has a good source of food.

pattern  hardship.cut
type     civil.hardship
verb     cut cut~off disrupt knock~out interrupt sever damage destroy lose run~low suspend shut shut~down block jam
need     patient:utility subj:utility of:utility patient.mod=water|electricity|power|gas|food|phone|telephone|internet
not      patient=treaty|agreement|deal|pact|accord|talk|project|distribution|delivery|programme|program|aid|operation
actor    -
target   to:civ for:civ
place    in:place to:place of:place across:place
count    to:number for:number
yes      Power was cut off in the city of Aden. | place=Aden
yes      The blockade cut off food to 3,000 families. | count=3000
yes      Mobile internet was suspended in Aden. | place=Aden
yes      The phone lines in Aden have been shut down since Monday. | place=Aden
yes      The junta has blocked internet access in Aden. | place=Aden
no       The barber cut his hair.
no       The league suspended the player.
no       India suspended the water treaty.

pattern  hardship.down
type     civil.hardship
noun     internet phone electricity power network line service signal connection communication water
need     self:utility mod=phone|telephone|internet|mobile|water|power|electricity of:utility
need     head=down|out head.case=down|out
not      mod=supply|production
actor    -
place    in:place head:place head.in:place head.across:place
yes      The internet was down in Aden on Monday. | place=Aden
yes      Phone lines in Aden were down on Monday. | place=Aden
no       The price of power was down in Aden on Monday.

pattern  hardship.disrupted
type     civil.hardship
noun     disruption interruption suspension closure loss breakdown collapse
need     of:utility to:utility in:utility of=clinic|hospital|school|bakery|crossing head.agent:utility
need     head=face|suffer|experience|cause|force|lead|see|report|mean|include head.head=lead|force|cause
not      mod=power-sharing
actor    -
place    in:place of.in:place to.in:place head.agent.in:place head.in:place
yes      The violence forced the suspension of basic services in Aden. | place=Aden
yes      Internet services in Aden faced disruptions. | place=Aden
no       The strike forced the closure of the museum in Aden.

pattern  hardship.dependent
type     civil.hardship
adj      dependent reliant
verb     depend rely
need     on=aid|assistance|ration|relief|handout|food on:supply on.mod=aid|humanitarian|food|relief
need     subj:civ|people|number head:civ|people|number agent:civ|people|number
not      subj:force agent:force head:force
actor    -
target   subj:civ|people head:civ|people agent:civ|people
place    in:place subj.in:place head.in:place agent.in:place
count    subj:number head:number agent:number
yes      More than 9,000 people in Aden are dependent on food rations. | count=9000 place=Aden
yes      More than 9,000 people in Aden depend on aid. | count=9000
no       More than 9,000 people in Aden rely on the bus.

pattern  hardship.cuts
type     civil.hardship
noun     cut
need     mod=power|electricity|water|gas|internet|rolling
not      mod=tax|budget|pay
actor    -
target   head.patient:civ
place    in:place head.in:place head.patient:place across:place head.across:place
yes      Power cuts were reported in the city of Aden. | place=Aden
no       Tax cuts were announced in the city of Aden.

pattern  hardship.shortage
type     civil.hardship
noun     shortage lack blackout outage famine hunger starvation scarcity malnutrition insecurity
need     of:utility|supply mod:utility|supply self=blackout|outage|famine|hunger|starvation|malnutrition
not      of:force
actor    -
target   among:civ|people mod:civ for:civ head.subj:civ|people
place    in:place across:place at:place
count    head.subj:number
yes      Shortages of water and bread spread in Aden. | place=Aden
yes      Nearly 5,000 people in Aden are suffering from acute food insecurity. | place=Aden count=4500
no       A shortage of nurses worries London.

pattern  hardship.low
type     civil.hardship
verb     run run~low run~out dwindle
need     subj:utility|supply subj.of:utility|supply subj=supply
need     adv=low|short|out comp=low|short self=dwindle
not      subj.of=ammunition|shell|weapon|missile subj=ammunition|shell|weapon|missile|munition|round
actor    -
place    in:place
yes      Supplies of food are running low in Aden. | place=Aden
no       The horse is running in Aden.
no       Their ammunition ran out in Aden.

pattern  hardship.none
type     civil.hardship
noun     electricity power water food bread medicine fuel gas heating internet shelter healthcare care supply
need     det=no
need     head=be|have|get|receive self
not      mod=fire|air|military|political of=attorney
actor    -
target   head.agent:civ head.subj:civ
place    in:place head.in:place
yes      There is no electricity in the city of Homs. | place=Homs
no       There is no power of attorney.

pattern  hardship.without.noun
type     civil.hardship
noun     electricity power water food bread medicine fuel gas heating internet shelter
need     case=without
need     subj:civ|place|people|home|site head=be|live|leave|remain|survive|trap|strand
actor    -
target   subj:civ|people
place    subj:place in:place
count    subj:number
yes      The city of Aden has been without power for three days. | place=Aden
yes      About 38,000 households are without electricity. | count=34200
no       She drank it without water.

pattern  hardship.queue
type     civil.hardship
verb     queue line~up scramble forage beg
need     for:utility|supply
need     agent:civ|people|place
actor    -
target   agent:civ|people
place    in:place
yes      Residents are queuing for bread in Aden. | place=Aden
no       Fans queued for hours for tickets.

pattern  hardship.suffer
type     civil.hardship
verb     suffer starve face endure hide shelter
need     agent:civ
need     from:utility patient=hunger|shortage|starvation|thirst|cold self=starve|hide|shelter
actor    -
target   agent:civ
place    in:place
count    agent:number
yes      Residents are sheltering in basements in Kharkiv. | place=Kharkiv
no       The team suffered in the rain.

pattern  hardship.crisis
type     civil.hardship
noun     crisis catastrophe disaster emergency
need     mod=humanitarian
actor    -
place    in:place across:place
yes      Aid groups warn of a humanitarian catastrophe in Rafah. | place=Rafah
no       The bank warned of a crisis in Rafah.

pattern  hardship.homeless
type     civil.hardship
adj      homeless
need     head=leave|render|make|become
actor    -
target   head.obj:people|civ|number
place    head.in:place in:place
count    head.obj:number
yes      The raids in Sake left 500 people homeless. | count=500
no       A shelter for homeless men opened in Sake.

pattern  hardship.access
type     civil.hardship
noun     access
need     to:utility|supply to=care|healthcare|food|water|medicine|electricity|shelter|clinic|hospital|school|sanitation|supply|service
need     mod=limited|restricted|poor|little|scarce|constrained head.comp=limited|restricted|constrain|limit|restrict|difficult head=limited|restricted|constrain|limit|restrict|lack|lose|deteriorate|hamper|cut|cut~off|sever|block|impede|disrupt det=no
not      agent=child case=without
actor    -
target   for:civ head.subj:civ head.agent:civ
place    in:place head.in:place across:place head.across:place
yes      Access to clean water remains severely constrained in Aden. | place=Aden
yes      Access to essential supplies has been cut off in Aden. | place=Aden
no       Access to the museum is limited in Aden.

pattern  hardship.short
type     civil.hardship
adj      short
need     of:supply|utility
need     head.obj:civ|people|place|site subj:civ|people|place|site
not      of=ammunition|shell|weapon|manpower
actor    -
target   head.obj:civ|people subj:civ|people
place    in:place head.in:place subj:place head.obj:place
count    head.obj:number subj:number
yes      The blockade left 9,000 people short of food. | count=9000
no       The blockade left the brigade short of shells.

pattern  hardship.scarce
type     civil.hardship
noun     food water electricity power medicine fuel shelter bread
need     mod=limited|insufficient|scarce|inadequate|little head=insufficient|scarce|inadequate|limited head=source
need     head=have|be|receive|get|insufficient|scarce|inadequate|limited mod=scarce head.mod=few
not      mod=fire|political|military
actor    -
target   head.agent:civ head.subj:civ
place    in:place head.in:place
yes      Shelter is insufficient in Aden. | place=Aden
yes      There are few sources of drinking water in Aden. | place=Aden
no       There is plenty of shelter in Aden.

pattern  hardship.camps
type     civil.hardship
adj      overcrowded overfull overwhelmed
need     subj=camp|shelter|hospital|clinic|school head=camp|shelter|hospital|clinic
actor    -
place    in:place subj.in:place head.in:place
yes      The camps in Aden are overcrowded. | place=Aden
no       The trains in Aden are overcrowded.

pattern  hardship.receive
type     civil.hardship
verb     receive get
need     adv=not
need     patient:supply|utility patient=ration|food|water|assistance|aid|help|care
need     agent:civ|people
actor    -
target   agent:civ|people
place    in:place agent.in:place
count    agent:number
yes      Some 40,000 people in Aden did not receive any food rations in May. | place=Aden count=36000
no       Some 40,000 people in Aden did not receive any letters in May.

pattern  movement.trapped
type     civil.movement
verb     trap strand confine
need     patient:civ|people
not      patient:force
actor    patient:civ|people
target   -
place    in:place at:place
count    patient:number
yes      Thousands of civilians are trapped in Khartoum. | place=Khartoum
no       The hunter trapped a fox.

pattern  movement.told
type     civil.movement
verb     leave evacuate flee relocate
need     head=order|tell|urge|ask|advise|warn|instruct|call
need     head.obj:civ|people
not      agent:force head.obj:force patient:civ|people patient=job|note|message|mark|gap|trace|bag|belongings|thing
actor    head.obj:civ|people
target   -
place    from:place patient:place head.obj.in:place
yes      The ministry ordered all foreign citizens in Niger to leave immediately. | place=Niger
no       The teacher told the pupils to leave him a note.

pattern  movement.order
type     civil.movement
status   planned
verb     move go
need     head=order|tell|urge|warn|instruct
need     head.obj:civ|people
need     adv=north|south|east|west|northward|southward away to:place from:place to=north|south|east|west out
not      agent:force head.obj:force
actor    head.obj:civ|people
target   -
place    from:place head.obj.of:place head.obj.in:place to:place
yes      The army ordered residents of Bint Jbeil to move north. | place="Bint Jbeil"
no       The doctor told residents to move more.

pattern  movement.forced
type     civil.movement
verb     move go relocate displace
need     head=force|compel|oblige|drive
need     head.obj:civ|people|number
need     from:place|home|site to:place|site|home toward:place towards:place into:place out:place self=relocate|displace
not      head.obj:force obj
actor    head.obj:civ|people|number
target   -
place    from:place out:place to:place towards:place toward:place into:place
count    head.obj:number
yes      The raids forced 300 residents to move from Kadi towards the town of Pama. | count=300
no       The rain forced 300 residents to move the festival from Kadi.

pattern  movement.orders
type     civil.movement
status   planned
noun     order warning notice
need     mod=evacuation|displacement
need     head=issue|give|receive|drop|expand|announce|publish|renew|order poss:party agent:party head.agent:party for:place in:place under mod:party
not      head=lift|cancel|revoke
actor    for:civ to:civ
target   -
place    for:place in:place head.for:place head.in:place head.patient:place comp.patient:place
yes      The army issued evacuation orders for the city of Homs. | place=Homs
no       The army issued marching orders for the city of Homs.

pattern  movement.out
type     civil.movement
verb     bring bring~out escort bus
need     patient:civ|people
need     out:place of:place from:place
not      patient:force patient=hostage|body|wounded agent=gunman|kidnapper
actor    patient:civ|people
target   -
place    out:place of:place from:place
count    patient:number
yes      Rescuers brought 255 civilians out of the city of Marawi. | count=255 place=Marawi
no       The teacher brought 20 children to the museum.

pattern  movement.flee
type     civil.movement
verb     flee evacuate escape seek~refuge
need     agent:civ|people subj:civ agent=many|most|million|thousand
not      agent:force agent=leader|president|minister|official|envoy|mediator|negotiator|delegation|ambassador|diplomat head=unable
not      patient=job patient:civ|people to=basement|cellar|shelter|bunker|work|school|normal|normality head=feed|eat|force|drive
actor    agent:civ|people subj:civ agent
target   -
place    from:place patient:place to:place into:place
count    agent:number subj:number
yes      More than 5,000 residents fled the town of Sake. | count=5000 place=Sake
no       The thief fled the shop.

pattern  movement.go
type     civil.movement
verb     leave return fly~out depart
need     agent:civ|people subj:civ agent=many|most|million|thousand
not      agent:force agent=he|she|i|leader|president|minister|official|envoy|mediator|negotiator|delegation|ambassador|diplomat head=unable for=visit|trip|summit|talk
not      patient=job|office|power|post|politics patient:civ|people to=basement|cellar|shelter|bunker|work|school|normal|normality head=feed|eat|force|drive
actor    agent:civ|people subj:civ agent
target   -
place    from:place patient:place to:place into:place
count    agent:number subj:number
yes      More than 5,000 residents left the town of Sake. | count=5000 place=Sake
no       He left the clinic in Sake after the interview.
no       Many people left office in Sake that year.

pattern  movement.desert
type     civil.movement
verb     desert abandon
need     agent:civ|people|number
need     patient:place|home
not      agent:force agent=leader|president|minister|official
actor    agent:civ|people|number
target   -
place    patient:place
count    agent:number
yes      Thousands of people have deserted the town of Sake. | place=Sake
no       Soldiers have deserted the town of Sake.
no       Thousands of voters have deserted the party.

pattern  movement.deserted
type     civil.movement
verb     desert depopulate
adj      deserted depopulated
need     patient:place|ground|home subj:place|ground|home head:place|ground|home
need     patient:number subj:number head:number patient.mod=whole|entire|all|many|several patient.det=all|many|several head.mod=many|several aux=have
actor    -
place    patient.in:place in:place patient:place
count    patient:number subj:number head:number
yes      Some 120 villages in Darfur were deserted. | place=Darfur count=108
yes      The village of Sake has been deserted since the raid. | place=Sake
no       Some 120 soldiers in Darfur deserted.
no       He walked down a deserted street in Darfur.

pattern  movement.taken.out
type     civil.movement
verb     take~out bring~out bus~out ferry~out
need     patient:people|civ
need     of:place|ground from:place|ground out:place
not      patient:force agent:civ
actor    patient:people|civ
place    of:place|ground from:place|ground out:place
count    patient:number
yes      Some 900 civilians have been taken out of eastern Aleppo. | place="eastern Aleppo"
no       A loan was taken out of Aleppo.

pattern  movement.shelter
type     civil.movement
verb     evacuate flee move
need     agent:civ
need     to=school|church|mosque|stadium|hospital|gym|hall|monastery
not      agent:force agent=student|pupil|child|patient obj
actor    agent:civ
target   -
count    agent:number
yes      More than 300 families have evacuated to schools. | count=300
no       More than 300 pupils have moved to other schools.

pattern  movement.influx
type     civil.movement
noun     influx arrival
need     of:civ|people
need     of:number
not      of:force of=tourist|visitor|pilgrim|guest|worker|student|voter
actor    of:civ|people
target   -
place    into:place in:place to:place at:place
count    of:number
yes      The camp near Gao has grown with the influx of 10,000 displaced people. | count=10000
no       The camp near Gao has grown with the influx of 10,000 tourists.

pattern  movement.hosted
type     civil.movement
verb     host house accommodate
need     patient:civ|people|party
need     patient:number patient.mod=displaced patient=refugee|evacuee|family
need     in:place at:place in=camp|school|site|church|stadium|center|centre|mosque at=camp|school|site|church|stadium|center|centre
not      patient:force agent:party|place patient=talk|student|pupil|guest
actor    patient:civ|people|party
target   -
place    in:place at:place
count    patient:number
yes      Thousands of Nigerians were being hosted at Girei. | place=Girei count=2000
no       Thousands of pupils were being hosted at Girei.

pattern  movement.refuge
type     civil.movement
verb     find take seek
need     patient=refuge|shelter|sanctuary
need     agent:civ|people agent:number subj:number agent=thousand|hundred|million|dozen|many|most|some agent.of=displaced
not      agent:force patient.mod=animal patient.mod=tax
actor    agent:civ|people agent:number subj:number agent
target   -
place    in:place at:place
count    agent:number subj:number
yes      Some 500 families have taken refuge in Gao. | place=Gao count=450
yes      Many of the displaced sought refuge in Gao. | place=Gao
no       Some 500 soldiers have taken positions in Gao.

pattern  movement.stuck
type     civil.movement
adj      stuck stranded
need     subj:civ|people
not      subj:force in=traffic|mud|lift|elevator|queue
actor    subj:civ|people
target   -
place    in:place at:place inside:place
count    subj:number
yes      Some 10,000 families were stuck in Khartoum. | place=Khartoum
no       Some drivers were stuck in traffic.

pattern  movement.flee.number
type     civil.movement
verb     flee leave abandon
need     agent:number
need     patient:home from:home
not      agent:force
actor    agent:number
target   -
count    agent:number
yes      Some 20,000 have fled their homes since Friday. | count=18000
no       Some 20,000 have fled the army since Friday.

pattern  movement.left.number
type     civil.movement
verb     leave flee evacuate depart
need     agent:number
need     patient:place from:place
not      agent:force agent:equip agent:gun agent:air agent:supply agent:money agent:event agent=one|two|three|four|five agent=truck|bus|ship|plane|flight|train|trainload|truckload|convoy|car agent.of:equip|gun|supply
actor    agent:number
target   -
place    from:place patient:place
count    agent:number
yes      Some 3,000 people left Homs and nearly 300 left Zabadani. | place=Zabadani
no       Nearly 300 buses left Zabadani.
no       Four trainloads of weapons left Zabadani.

pattern  movement.flee.us
type     civil.movement
verb     flee
need     agent=we|i|he|she
not      agent:force
actor    agent
target   -
place    from:place patient:place to:place into:place
yes      "We had no choice but to flee Khartoum," she said. | place=Khartoum
no       The thief fled the shop.

pattern  movement.arrive
type     civil.movement
verb     arrive cross reach pour pour~out stream stream~out flood flock trek walk
need     subj:civ agent=thousand|hundred|million|refugee|evacuee|returnee|migrant|displaced|asylum-seeker|villager|civilian|resident|family agent:civ
not      agent:force agent=journalist|reporter|doctor|worker|aid|population|number|figure|body|corpse|remains
not      by=phone|telephone|video|radio|email|message via=phone|telephone|video
not      by:equip|site|home past:equip|site|home past=body|corpse|rubble|ruin|debris|wreck|wreckage by=body|corpse|rubble|ruin|debris|wreck|wreckage
actor    agent:civ|people subj:civ
target   -
place    in:place into:place to:place patient:place from:place at:place out:place of:place
count    agent:number subj:number
yes      More than 9,000 refugees crossed into Chad in a week. | place=Chad count=9000
no       The train crossed into Chad.
no       Residents reached by phone said that Chad was calm.
no       Villagers walk past the wreckage of a car in Chad.

pattern  movement.enter
type     civil.movement
verb     enter
need     agent=refugee|evacuee|returnee|migrant|displaced|asylum-seeker agent.mod=displaced
need     patient:place
actor    agent
target   -
place    patient:place
count    agent:number
yes      More than 9,000 forcibly displaced people entered Chad in a week. | place=Chad count=9000
no       More than 9,000 soldiers entered Chad in a week.

pattern  movement.arrive.number
type     civil.movement
verb     arrive reach cross
need     agent:number agent=many|hundred|thousand|other
need     to:place into:place in:place patient:place patient=border|camp over=border
not      agent:force agent:equip agent:gun agent:air agent:supply agent:home agent:event agent:money agent=one|two|three|four|five
not      agent=truck|lorry|convoy|ship|bus|tonne
actor    agent
target   -
place    into:place to:place patient:place in:place
count    agent:number
yes      Some 16,000 have reached the city of Aden. | count=14400 place=Aden
no       Some 16 trucks have reached the city of Aden.

pattern  movement.journey
type     civil.movement
verb     make undertake brave
need     obj=journey|trek|way|crossing|trip
need     agent:civ
not      agent:force
actor    agent:civ
target   -
place    to:place obj.to:place from:place
count    agent:number
yes      Some families managed to make the journey to the town of Adre. | place=Adre
no       The minister made the trip to Oslo.

pattern  movement.moved
type     civil.movement
verb     move transfer take transport relocate bus
need     adv=forcibly|forcefully mod=forcibly against=will
need     patient:civ|people|number
not      patient:force
actor    patient:civ|people|number
target   -
place    to:place from:place
count    patient:number
yes      Some 40,000 residents were forcibly moved to Russia. | count=36000
no       The firm moved its office to London.

pattern  movement.moved.to
type     civil.movement
verb     move relocate
need     subj:civ|people
need     subj:number to=camp|shelter|center|centre|ground|zone|safety subj=family|refugee|villager|evacuee|survivor
need     to:place into:place to=camp|shelter|center|centre|ground|zone|safety
not      subj:force agent:force obj adv=forcibly|forcefully mod=forcibly|forcefully
actor    subj:civ|people
target   -
place    to:place into:place
count    subj:number
yes      Another 181,000 people moved to Tawila. | count=181000 place=Tawila
yes      These families moved to the evacuation center on Monday.
no       Another 181 soldiers moved to Tawila.

pattern  movement.received
type     civil.movement
verb     receive register host shelter welcome
need     agent:place|party agent=town|village|camp|site|country
need     patient:number
need     patient:civ|people|party
not      patient:force|equip patient=wounded|injured|body|casualty|patient|soldier|prisoner|detainee|hostage|pilgrim|tourist|visitor|guest|fan|voter|delegate patient.mod=wounded|injured
actor    patient:civ|people|party
target   -
place    agent:place in:place
count    patient:number
yes      Chad has received more than 10,000 Sudanese since Monday. | place=Chad count=10000
yes      The town of Adre is hosting 40,000 refugees. | place=Adre count=40000
no       Chad has received 10,000 rifles since Monday.

pattern  movement.taken
type     civil.movement
verb     take transfer send move
need     patient=child|orphan|civilian|resident|villager|inhabitant|family|refugee|evacuee
need     patient:number patient=child|orphan
need     to:place into:place
not      to=hospital|clinic|morgue|school patient:force
actor    patient:civ|people
target   -
place    to:place into:place from:place
count    patient:number
yes      Some 400 orphans have been taken to Russia. | count=360 place=Russia
no       Some 400 orphans have been taken to school.

pattern  movement.displace
type     civil.movement
verb     displace evacuate uproot deport relocate resettle forcibly~move
need     patient:civ|people|number
not      patient:force patient=body|tree|plant|crop|vine
actor    patient:civ|people|number
target   -
place    from:place to:place in:place into:place
count    beside:number patient:number
yes      Nine people were killed and about 2,000 displaced in attacks near Sake. | count=1800
yes      Fighting in Ituri has displaced 20,000 people. | count=20000
no       The new rules displaced the old ones.

pattern  movement.sent
type     civil.movement
verb     send push drive force
need     patient:civ|people|number beside:number
need     into=country|state|land|exile|camp|neighbour|neighbor|bush across=border|frontier into:place over=border fleeing
need     agent:event agent=war|conflict|violence|warfare|crisis|drought
not      patient:force
actor    patient:civ|people|number
target   -
place    into:place
count    patient:number beside:number
yes      The fighting has sent 400,000 people into neighbouring states. | count=400000
no       The coach has sent nine players into the shower.

pattern  movement.driven
type     civil.movement
verb     drive force
need     patient:civ|people|number patient=anyone|everyone|nobody
not      patient:force
need     from:home|place from=home|house out patient.from:home patient.of.from:home patient.from=home comp=leave|flee|evacuate|relocate|return|shelter|gather|hide|escape
actor    patient:civ|people|number
target   -
place    in:place
count    beside:number patient:number
yes      Nine people were killed and at least 3,000 forced from their homes in Sake. | count=3000
yes      Attacks force 13,000 to flee to Gao | count=13000
yes      Millions of people have been driven from their homes in Sudan. | place=Sudan
yes      Residents of Djibo were forced to leave the town. | place=Djibo
no       The coach was driven from London.

pattern  movement.noun
type     civil.movement
noun     evacuation displacement exodus deportation flight
need     of:civ|people|place mod:civ mod=mass
not      of:force mod=aid|relief|commercial|cargo|supply|charter
actor    of:civ|people mod:civ
target   -
place    from:place of:place to:place in:place
count    of:number
yes      The evacuation of civilians from Rafah has begun. | place=Rafah
no       The evacuation drill took an hour.

pattern  movement.unable
type     civil.movement
adj      unable
need     comp=leave|evacuate|flee|escape|return
need     subj:civ|people
actor    subj:civ|people
target   -
place    comp.from:place comp.obj:place
count    subj:number
yes      Some 200 civilians were unable to evacuate from Rafah. | place=Rafah
no       The train was unable to leave.

pattern  aid.deliver
type     civil.aid
verb     deliver distribute bring bring~in fly~in send provide airdrop supply hand~out offer organise organize arrange dispatch
need     patient=aid|assistance|relief|food|water|bread|flour|ration|meal|parcel|blanket|tent|vaccine|medicine|supply|supplies|shelter|care|help patient.mod=humanitarian|medical|relief|food patient.of=aid|food|medicine|supply|supplies|relief|assistance|flour|medicines
not      patient.mod=military patient.of.mod=military to:force for:force
actor    agent:party
target   to:civ for:civ
place    to:place in:place into:place
yes      The Red Cross delivered food to residents in Madaya. | place=Madaya
yes      The agency delivered 20 tonnes of medical supplies to hospitals in Taiz. | place=Taiz
no       The ministry delivered weapons to the front.

pattern  aid.assisted
type     civil.aid
verb     assist accommodate
need     patient:civ|people patient:number
not      obj patient:force with:equip with=dying|suicide by=phone
actor    agent:party
target   patient:civ|people
place    in:place at:place patient.from:place
count    patient:number
yes      At least 21 families from Aden were accommodated by local authorities. | count=21
no       The police were assisted by a dog.

pattern  aid.received
type     civil.aid
verb     receive get
need     agent:civ|people agent=arrival
need     patient=assistance|aid|ration|parcel|relief patient.mod=relief|food|humanitarian|emergency|cash
not      adv=not|never patient.mod=military patient=call|letter
actor    -
target   agent:civ|people
place    in:place agent.in:place
count    agent:number
yes      Some 300 families in Gao have received food parcels. | place=Gao
no       Some 300 families in Gao have received letters.
no       Some 300 families in Gao have not received aid.

pattern  aid.money
type     civil.aid
verb     announce pledge allocate give provide approve donate release
need     patient:money patient.of:money
need     patient.of.mod=humanitarian|food|emergency|relief patient.in.mod=humanitarian|emergency|relief patient.mod=humanitarian|emergency|relief patient.in=aid|relief
need     agent:party
not      patient.in.mod=military patient.of.mod=military
actor    agent:party
target   for:civ to:civ patient.for:civ
place    for:place to:place in:place patient.for:place patient.to:place patient.of.for:place
count    patient:money patient.of:money
yes      Canada announced $11.5m of humanitarian assistance for Sudan. | actor=Canada
no       Canada announced $11.5m of military assistance for Sudan.

pattern  aid.reach
type     civil.aid
verb     reach assist feed provide supply treat
need     patient:civ|people|number patient:home
need     with:supply with=aid|assistance|food|ration|shelter|kit|cash|water|meal|care|parcel|medicine|relief|item|support|supply|supplies with.mod=food|relief|medical|humanitarian|shelter|emergency agent.mod=vaccination|immunisation|immunization|relief agent.of.mod=vaccination|immunisation
not      patient:force with:equip with.mod=military
actor    agent:party
target   patient:civ|people|home
place    in:place
count    patient:number
yes      The agency reached 71,000 people with food rations in Marib. | count=71000 place=Marib
yes      The vaccination campaign has reached 71,000 children in Marib. | count=71000 place=Marib
no       The letter reached 71,000 people with its news in Marib.

pattern  aid.refused
type     civil.aid
verb     turn~back block stop hold~up delay obstruct loot hamper impede deny restrict seize withhold
need     patient=aid|convoy|delivery|access|assistance|relief|truck|mission|shipment|supply|supplies|operation
need     patient.mod=aid|relief|humanitarian|food|medical|life-saving|lifesaving patient=aid|assistance|relief patient.of=aid|food|flour|relief|medicine|assistance patient.with.of=flour|food|aid|medicine
not      patient.mod=military
actor    agent:party|force
place    to:place in:place at:place near:place patient.to:place patient.for:place into:place
yes      Humanitarian access to Homs has been blocked. | place=Homs
yes      An aid convoy was turned back near Homs on Sunday. | place=Homs
yes      Half of the humanitarian missions to Homs were denied in May. | place=Homs
no       Internet access to Homs has been blocked.

pattern  aid.access
type     civil.aid
verb     restrict block deny limit
need     patient=access
need     patient.to:place to:place
need     agent:party|force
not      patient.mod=internet|phone|media|press|web|sea|naval agent:civ patient.to:site to:site
actor    agent:party|force
place    patient.to:place to:place
yes      Ethiopia had restricted access to Tigray. | place=Tigray
no       The censors blocked internet access to Tigray.

pattern  aid.barred
type     civil.aid
verb     prevent prohibit bar ban stop block
need     patient=mission|convoy|aid|worker|agency|organisation|organization|truck|charity|relief|assistance|supply|supplies
need     comp=enter|reach|access|deliver|pass|cross|distribute|operate|work from.comp=enter|reach
not      patient.mod=military|migrant|construction|guest|space patient:force comp:site
actor    agent:party|force
place    comp.obj:place comp.in:place comp.into:place comp.to:place
yes      Aid workers were prohibited from entering Homs by soldiers. | place=Homs
yes      The rebels prevented a UN mission from reaching Homs. | actor=rebels place=Homs
no       Migrant workers were prohibited from entering Oslo.

pattern  aid.noun
type     civil.aid
noun     aid assistance relief convoy corridor delivery shipment
need     mod=humanitarian|relief|medical|food|emergency|aid of=food|aid|relief|medicine|assistance
not      mod=military
need     head=reach|arrive|enter|open|allow|deliver|suspend|pause|resume|stop|halt|agree|establish|block|receive agent:party to:place for:place into:place
actor    agent:party
target   to:civ for:civ
place    to:place into:place in:place for:place from:place
yes      A relief convoy reached the town of Madaya. | place=Madaya
no       The film was a relief.


pattern  aid.carry
type     civil.aid
verb     carry load transport bring
need     patient=food|flour|medicine|aid|wheat|grain|rice|water|ration|supply|supplies|relief patient.mod=medical|food|relief|humanitarian
need     agent=convoy|truck|lorry|ship|flight|plane|boat|helicopter|train
need     to:place into:place head.head.patient:place head.head.in:place head.head.into:place head.head.to:place head.head.from:place head.head.through:place head.head.at:place
not      patient.mod=military agent.mod=military|army|troop
actor    -
place    to:place into:place head.head.patient:place head.head.in:place head.head.into:place head.head.to:place head.head.at:place head.head.through:place head.head.from:place
yes      A convoy carrying flour reached Aden on Monday. | place=Aden
no       A convoy carrying sand reached Aden on Monday.

pattern  aid.stop
type     civil.aid
verb     suspend halt pause resume scale~up
need     agent=agency|organisation|organization|charity|unhcr|wfp|unicef|icrc|msf|programme|program|cross|children agent:party
need     patient=operation|distribution|delivery|work|activity|programme|service|flight
need     patient.mod=aid|relief|humanitarian|food|medical agent=agency|wfp|unicef|icrc|msf|unhcr|charity|programme|council|committee|crescent|children|relief|oxfam|care|organisation|organization patient=distribution|delivery
not      agent:force patient.mod=military
actor    agent:party
place    in:place patient.in:place to:place patient.to:place across:place
yes      The agency suspended food deliveries in Dikwa. | place=Dikwa
no       The bank suspended its operations in Dikwa.

pattern  aid.trucks
type     civil.aid
noun     truck lorry convoy shipment flight plane ship
need     of=aid|food|relief mod=aid|relief|humanitarian|food of.mod=aid|relief|food|humanitarian
need     head=enter|reach|arrive|cross|deliver|land|dock|wait|block|roll|roll~in|stream|pass|move|head|drive|leave|depart|travel|queue|line~up|strand
not      mod=military
actor    -
target   -
place    head.patient:place head.in:place head.into:place head.to:place head.toward:place head.towards:place head.at:place head.through:place in:place head.from:place
yes      A convoy of 20 aid trucks entered Homs on Monday. | place=Homs
yes      Aid trucks rolled into Homs on Monday. | place=Homs
no       A convoy of tanks entered Madaya on Monday.