# Who holds what: control.*

# Taking

pattern  seize.verb
type     control.seize
verb     seize capture overrun conquer grab snatch wrest
need     patient:place|ground|line measure:length
not      patient.mod=moral|high|common head.head=give|abandon|drop|renounce adv=nearly|almost
actor    agent:party|force
place    patient:place|ground
target   from:party patient.from:party
count    patient:length|number measure:length
yes      Rebels seized the town of Kidal on Friday. | actor=Rebels place=Kidal
yes      Kidal was captured by the rebels on Friday. | place=Kidal
yes      The rebels captured Gao, Kidal and Timbuktu in a week. | place=Timbuktu
no       Customs officers seized two kilograms of heroin.
no       Rebels nearly captured the town of Kidal.

pattern  seize.name
type     control.seize
verb     seize capture overrun take~over take
need     patient:name
need     agent:force from:force|party agent=they
not      patient.of:party|force
not      agent=officer|police|agent|inspector|detective obj.case at:site adv=nearly|almost
actor    agent:force|party
target   from:party patient.from:party
why      a village that no table has; where.c gives its name
yes      The rebels captured Tanzibo on Friday. | actor=rebels place=Tanzibo
yes      The rebels captured Tanzibo at the border on Friday. | actor=rebels
no       The police captured Tanzibo on Friday.

pattern  seize.it
type     control.seize
verb     seize capture overrun conquer
need     patient=it
need     agent:force
not      agent=officer|police|agent|inspector
actor    agent:force|party
yes      The rebels seized it in 2012. | actor=rebels
no       Customs officers seized it at the port.

pattern  seize.it.taken
type     control.seize
verb     take
need     subj=it
need     by:force
not      obj adv=up|in|out|on|off|away|aback to:place to=court|hospital
actor    by:force|party
yes      It was taken by rebel forces two weeks ago. | actor="rebel forces"
no       It was taken by truck to the shop.

pattern  seize.over
type     control.seize
verb     take~over
need     patient:place|ground|line|site over:place|ground|line
need     agent:party|force patient:place|ground|line over:place|ground|line
not      agent=company|firm|investor|bank
actor    agent:party|force
place    patient:place|ground over:place|ground
target   from:party patient.from:party
yes      The militants took over the town of Anefis. | actor=militants place=Anefis
yes      The militants took over the police station and a barracks in Anefis. | actor=militants place=Anefis
no       The sons took over the shop.

pattern  seize.site
type     control.seize
verb     seize capture overrun occupy
need     patient:site
need     agent:force
not      agent:civ agent=protester|demonstrator|student|activist patient.of:equip|gun|supply
actor    agent:force
place    patient:site|place
yes      Rebel gunmen seized the parliament building in Tripoli on Friday. | actor=gunmen place=Tripoli
no       The bank seized the house.

pattern  seize.take
type     control.seize
verb     take
need     patient:place|ground|line
not      adv=up|out|on|off|down|away patient=part|stand|road|route|area in:people|number by=surprise comp=retake|recapture|capture|seize|clear|reach|win|get
actor    agent:party|force
place    patient:place|ground
target   from:party patient.from:party
count    patient:length|number
yes      Government troops took the village of Anefis from the rebels. | place=Anefis
yes      The village of Anefis was taken on Monday. | place=Anefis
no       The minister took the train to Vienna.

pattern  seize.side
type     control.seize
verb     seize capture take occupy overrun
need     patient=side|flank|bank
need     patient.of:place
need     patient.mod=eastern|western|northern|southern|left|right|other|far|opposite
actor    agent:party|force
target   from:party patient.from:party
place    patient.of:place
yes      Rebels captured the eastern side of Mosul in January. | place=Mosul actor=Rebels
no       The judge took the side of the bank.

pattern  seize.managed
type     control.seize
verb     control
need     head=manage|able|succeed
need     patient:place|ground|line|site
need     agent:force|party head.subj:force|party
actor    agent:party|force head.subj:party|force
place    patient:place|ground patient.of:place patient.at:place in:place at:place patient:site
yes      Troops managed to control the town of Sake on Friday. | place=Sake actor=Troops
yes      The rebels were able to control a training centre in Sake. | place=Sake
no       Troops still control the town of Sake.

pattern  seize.secure
type     control.seize
verb     secure
need     patient:place|ground
need     agent:force|party agent=they|it|we
not      agent:civ patient=area|scene|site|perimeter|border|road|zone|district|street|square|line in:place mod=well
actor    agent:party|force
place    patient:place|ground
target   from:party
yes      The rebels secured the town of Sake after two days of clashes. | place=Sake actor=rebels
yes      The rebels say they have secured the port of Misrata. | place=Misrata
no       Police secured the area around the market.

pattern  seize.site.take
type     control.seize
verb     take
need     patient:site
need     agent:force agent=they
not      patient=he|she|they|we
not      agent:civ agent=protester|demonstrator|student|activist adv=up|in|out|on|off|down|away part case in:equip
not      to:site|place|people into:site|people
actor    agent:force
place    patient:site|place
yes      Rebel gunmen took the parliament building in Tripoli on Friday. | actor=gunmen place=Tripoli
no       The tenants took the house in Tripoli on Friday.

pattern  seize.fall
type     control.seize
verb     fall
need     subj:place
not      into under on:people|place|site comp=silent|quiet|short|ill|apart|behind|empty adv=behind|apart|short|through
actor    to:party|force
place    subj:place
yes      The city of Goma fell to the rebels in January. | place=Goma actor=rebels
yes      Goma fell on Monday. | place=Goma
yes      Goma and Bukavu have fallen. | place=Bukavu
no       Prices fell in January.
no       The town of Goma fell silent at dusk.

pattern  seize.fall.first
type     control.seize
verb     fall
need     head=city|town|village|capital|stronghold|province|base|district|place
need     head.subj:place|name
need     to:party|force
actor    to:party|force
place    head.subj:place
yes      Falluja was the first city to fall to the militants. | place=Fallujah actor=militants
no       Winter is the season to fall to the ground.

pattern  seize.fall.site
type     control.seize
verb     fall
need     subj:site|ground
need     to:force
not      to:civ subj:place
actor    to:force
place    subj:site|place
yes      The palace in Goma fell to the rebels in January. | place=Goma actor=rebels
no       The palace in Goma fell to the highest bidder.

pattern  seize.fall.hands
type     control.seize
verb     fall pass slip come
need     subj:place|ground|site
need     into=hand|control under=control|rule|occupation|sway to=control
actor    into.mod:party|force into.poss:party|force into.of:party|force under.mod:party|force under.poss:party|force under.of:party|force to.mod:party|force
place    subj:place|ground|site
yes      The town of Goma fell into the hands of the rebels in January. | place=Goma
yes      The town of Goma has come under rebel control. | place=Goma
no       The old letters fell into the hands of a collector.

pattern  seize.area
type     control.seize
verb     come fall pass
need     measure:length
need     into=hand|control under=control|rule|occupation to=control
actor    into.mod:party|force into.poss:party|force into.of:party|force under.mod:party|force under.poss:party|force under.of:party|force to.mod:party|force
count    measure:length
yes      About 40 square km have come under rebel control since Monday. | actor=rebel
no       About 40 boats came under his control.

pattern  seize.lose
type     control.seize
verb     lose
need     patient:place
need     agent:force|party
not      agent:civ patient=ground|place|land
actor    to:party|force
target   agent:force|party
place    patient:place
yes      The army lost the town of Goma to the rebels in January. | place=Goma target=army
no       The firm lost its place on the list.

pattern  seize.lost
type     control.seize
verb     lose
need     patient:place|ground|line|site
need     to:party|force
not      agent:party|force agent:civ patient=contact|touch
actor    to:party|force
place    patient:place|ground
yes      The town of Goma was lost to the rebels in April. | actor=rebels place=Goma
yes      Goma, which was lost to the rebels in April, is quiet. | actor=rebels place=Goma
no       The place was lost to the market.

pattern  seize.lose.control
type     control.seize
noun     control
need     head=lose
need     of:place|ground over:place|ground
actor    to:party|force head.to:party|force
target   head.agent:party|force subj:party
place    of:place|ground over:place|ground
yes      The army lost control of Goma in January. | place=Goma target=army
yes      The army has suffered two defeats, losing control of the town of Goma. | place=Goma target=army
no       The driver lost control of the bus.

pattern  seize.fall.noun
type     control.seize
noun     fall
need     of:place poss:place
not      of=government|republic|regime|empire|wall head=since
actor    to:party|force
place    of:place poss:place
yes      The fall of Goma to the rebels shocked the region. | place=Goma
no       The fall of the currency went on.

pattern  seize.control
type     control.seize
noun     control possession
need     head=take|seize|gain|win|assume|wrest|secure|establish|capture
need     of:place|ground|line|site over:place|ground|line|site in:place agent:force head.subj:force
not      of:equip|money of=government|ministry|company|board|aid|food|supply|situation|narrative case=from head.obj=place
actor    agent:party|force head.subj:party|force
place    of:place|ground|line|site over:place|ground|line|site
target   from:party patient.from:party
yes      The rebels took control of Goma on Monday. | place=Goma actor=rebels
no       The battle took place in May for control of Goma.
no       The driver gained control of his car.

pattern  seize.handover
type     control.seize
noun     control
need     head=hand|transfer|cede|return|relinquish|surrender|yield|give
need     of:place|ground over:place|ground
not      case=to|under
actor    to:party head.to:party of.to:party
target   agent:party head.agent:party
place    of:place|ground over:place|ground
yes      The army handed control of Goma to the rebels. | place=Goma
no       The father handed control of the firm to his sons.
no       The people fled after the return of Goma to the control of the rebels.

pattern  seize.noun
type     control.seize
noun     capture seizure takeover conquest capturing overrunning
need     of:place|ground|line by.of:place|ground poss:place mod:place
actor    poss:party|force by:party|force agent:party|force mod:party|force
place    of:place|ground by.of:place|ground poss:place mod:place
target   from:party patient.from:party
yes      The capture of Goma by the rebels was confirmed on Monday. | place=Goma
no       The capture of the smugglers took a week.

pattern  seize.surrender
type     control.seize
verb     surrender hand~over cede yield
need     patient:place|ground over:place|ground
not      agent:civ
actor    to:party
target   agent:force|party
place    patient:place|ground over:place|ground
yes      The garrison handed over the town of Ramadi to the militants. | place=Ramadi
no       The boy handed over the letter to the teacher.

pattern  seize.capitulate
type     control.seize
verb     surrender capitulate
need     subj:place
need     to:party
actor    to:party
place    subj:place
yes      The town of Ramadi surrendered to the militants in May. | place=Ramadi
no       The player surrendered to his rival.

pattern  seize.flag
type     control.seize
noun     flag banner tricolour tricolor
need     mod:party|force poss:party|force head.agent:force
need     head=raise|hoist|plant|see|hang|flutter head.subj:place head.head=see|fly|flutter|hang light over:place in:place on:place inside:place head.over:place
not      head=burn|stand|wave|carry|wear|hold|drape|wrap|sell|lower|tear|remove
not      head.agent=convoy|vehicle|car|truck|ship|vessel|boat|tanker|plane|aircraft|protester|supporter head.subj=convoy|vehicle|car|truck|ship|vessel|boat|tanker
actor    mod:party|force poss:party|force head.agent:force
place    over:place in:place on:place inside:place head.subj:place head.over:place head.in:place head.inside:place head.on:place
yes      Militiamen hoisted a flag over the town of Raqqa. | actor=Militiamen place=Raqqa
yes      The Ukrainian flag was raised over Kherson on Friday. | place=Kherson
no       The shop sells the Ukrainian flag for five dollars.

# Taking back

pattern  retake.occupied
type     control.retake
verb     liberate free
need     patient:place|ground|number
need     from=occupation|rule|control|yoke|grip
need     from.mod:party from.poss:party from.of:party
actor    agent:party|force
target   from.mod:party from.poss:party from.of:party
place    patient:place
count    patient:length|number
yes      The army freed the town of Kidal from Malian occupation. | actor=army place=Kidal target=Malian
no       The army freed a man from the town of Kidal.

pattern  retake.verb
type     control.retake
verb     retake recapture liberate reclaim reconquer regain recover reoccupy resecure re-take re-capture re-conquer re-occupy re-secure win~back take~back wrest~back claw~back seize~back
need     patient:place|ground|line measure:length
actor    agent:party|force
place    patient:place|ground
target   from:party patient.from:party
count    patient:length|number measure:length
yes      The army recaptured the town of Wad Madani on Saturday. | actor=army
yes      Troops liberated 12 villages near Palmyra. | count=12
yes      The army recaptured a total of 12 villages near Palmyra. | count=12
no       The patient regained consciousness.

pattern  retake.side
type     control.retake
verb     retake recapture liberate reclaim regain recover win~back take~back
need     patient=side|flank|bank
need     patient.of:place
actor    agent:party|force
target   from:party patient.from:party
place    patient.of:place
yes      The eastern side of Mosul was recaptured in January. | place=Mosul
no       The driver regained the left side of the road.

pattern  retake.name
type     control.retake
verb     retake recapture liberate reclaim reconquer regain reoccupy resecure re-take re-capture re-secure win~back take~back
need     patient:name
need     agent:force|party from:force|party
not      agent:civ
actor    agent:force|party
target   from:party patient.from:party
why      a village that no table has; where.c gives its name
yes      The army recaptured Tanzibo from the rebels on Friday. | actor=army place=Tanzibo
no       The pupil regained Tanzibo.

pattern  retake.it
type     control.retake
verb     retake recapture liberate reclaim reoccupy win~back take~back
need     patient=it|them
need     agent:force|party
not      agent:civ
actor    agent:force|party
target   from:party
yes      The troops left Halgan and the rebels retook it. | actor=rebels
no       The tourists left Halgan and the rebels sang in it.

pattern  retake.push.out
type     control.retake
verb     push force kick flush throw chase squeeze
need     patient:force|party
need     out:place|ground adv.out:place|ground
need     agent:force|party
not      patient:civ agent:civ adv=back out=office|power
actor    agent:force|party
target   patient:party|force
place    out:place|ground adv.out:place|ground
yes      Peacekeepers pushed the rebels further out of Gao. | target=rebels place=Gao
yes      Local fighters pushed the militants out of two villages near Gao. | actor="Local fighters" place=Gao
no       The voters pushed the party out of power.

pattern  retake.site
type     control.retake
verb     retake recapture liberate regain reclaim
need     patient:site
need     agent:force
actor    agent:force
place    patient:site|place
yes      Soldiers recaptured the bridge in Tripoli on Friday. | actor=Soldiers place=Tripoli
no       The team regained the cup.

pattern  retake.free
type     control.retake
adj      free
need     subj:place
need     from:force|party of:force|party from=occupation|occupier|control|rule|invader of=occupier|occupation|militant
target   from:party of:party from.mod:party
place    subj:place
yes      Sirte is free of the militants, the army said. | place=Sirte
no       The museum is free on Sundays.
no       The village of Zliten is free of mines.

pattern  retake.nolonger
type     control.retake
noun     control occupation rule
need     adv=longer
need     case=under|in
actor    -
need     subj:place|ground|people subj=they|it|we
target   mod:party of:party
place    subj:place
yes      The town of Kidal is no longer under rebel control. | place=Kidal
no       The town of Kidal is under rebel control.

pattern  retake.free.verb
type     control.retake
verb     free clear cleanse rid purge
need     patient:place|ground
need     of:force|party from:force|party agent:force subj:place
not      adv=ethnically of=mine|landmine|rubble|debris|explosive|snow|bomb
actor    agent:party|force
place    patient:place|ground
target   of:party from:party
yes      The army cleared the city of Sirte of militants in December. | place=Sirte
yes      The towns of Sirte and Hun have been freed. | place=Hun
no       The court freed two men on Monday.

pattern  retake.noun
type     control.retake
noun     liberation recapture recapturing retaking reconquest retake re-capture
need     of:place|ground poss:place mod:place
not      head=front|organisation|organization|committee|movement|army|party|union
actor    poss:party|force by:party|force agent:party|force mod:party|force
place    of:place|ground poss:place mod:place
target   from:party patient.from:party
yes      The liberation of Mosul took nine months. | place=Mosul
no       The liberation of women was her subject.

pattern  retake.control
type     control.retake
noun     control
need     head=regain|retake|restore|recover|reassert|reclaim|reestablish|re-establish
need     of:place|ground|site over:place|ground|site agent:party|force
not      of:equip
actor    agent:party|force head.subj:party|force
place    of:place|site over:place|site
target   from:party patient.from:party
yes      The army regained control of Sirte in March. | place=Sirte
no       The pilot regained control of the plane.

pattern  retake.expel
type     control.retake
verb     clear expel oust drive~out push~out dislodge evict force~out flush~out rout drive kick~out eject throw~out uproot
need     patient:force|party
need     from:place out:place of:place agent:force|party
need     agent
not      adv=back|apart to:place patient:civ patient=ambassador|diplomat|envoy|consul|staff|mission
actor    agent:party|force
target   patient:party|force
place    from:place out:place of:place
yes      Kurdish fighters drove the militants from Tabqa in January. | place=Tabqa
no       The club expelled two members.
no       Police drove the two militias apart in Tabqa.

pattern  retake.forced
type     control.retake
verb     force
need     patient:force|party
need     agent:force|party
need     from:place|ground from=swathe|swath|stretch|village|town|area|district|territory patient.from:place|ground patient.from=swathe|swath|stretch|village|town|area
not      comp agent:civ patient:civ
actor    agent:party|force
target   patient:party|force
place    from:place from.of:place patient.from:place patient.from.of:place
yes      Soldiers forced the militants from Tabqa in January. | place=Tabqa
no       The floods forced the militants from Tabqa.

# Holding

pattern  hold.verb
type     control.hold
verb     hold occupy defend administer retain rule
need     patient:place|ground|line
not      under=siege|blockade
not      comp=responsible|accountable|liable adv=responsible|accountable|liable mod=responsible obj.mod=responsible|accountable patient.mod=palestinian self=administered agent:civ agent=protester|demonstrator|student|striker|squatter|activist obj=talk|meeting|election|summit|conference|ceremony|press|ground|place adv=up|off|back|weakly|poorly|lightly|thinly
actor    agent:party|force mod:party|force
place    patient:place|ground
count    patient:length|number measure:length
yes      Rebels hold 12 villages near Kidal. | count=12
yes      Rebels still hold the town of Kidal. | place=Kidal actor=Rebels
yes      Shelling hit the rebel-held town of Douma. | place=Douma
no       The sides held talks in Geneva.
no       The junta holds Mali responsible for the raid.

pattern  hold.verb.control
type     control.hold
verb     control
need     patient:place|ground|line
not      under=siege|blockade
not      comp=responsible|accountable|liable adv=responsible|accountable|liable mod=responsible obj.mod=responsible|accountable patient.mod=palestinian self=administered agent:civ agent=protester|demonstrator|student|striker|squatter|activist obj=talk|meeting|election|summit|conference|ceremony|press|ground|place adv=up|off|back|weakly|poorly|lightly|thinly
not      head=manage|able|succeed
actor    agent:party|force mod:party|force
place    patient:place|ground
count    patient:length|number measure:length
yes      Rebels still control the town of Kidal. | place=Kidal actor=Rebels
no       Rebels managed to control the town of Kidal on Friday.

pattern  hold.maintain
type     control.hold
verb     maintain
need     obj=position|foothold|bridgehead|defence|defense
need     agent:force
need     in:place near:place around:place at:place on:place where obj.in:place obj.near:place obj.on:place obj.around:place obj.at:place
not      agent:civ obj.mod=negotiating|political|bargaining
actor    agent:force|party
place    in:place near:place around:place at:place on:place obj.in:place obj.near:place obj.on:place obj.around:place obj.at:place
yes      The rebels maintained their positions near Gao. | actor=rebels place=Gao
no       The rebels maintained contact with Gao.

pattern  hold.name
type     control.hold
verb     hold control occupy
need     patient:name
need     agent:force agent=they
not      patient.of:party|force agent=officer|police|agent|inspector|detective|company|firm adv=up|off|back
actor    agent:force|party
why      a village that no table has; where.c gives its name
yes      Rebels still control Tanzibo. | actor=Rebels place=Tanzibo
no       The engineer said his switches control Tanzibo.

pattern  hold.site
type     control.hold
verb     hold occupy
need     patient:site
need     agent:force
not      self=administered agent:civ agent=protester|student|striker|squatter|activist|police adv=up|off|back patient.of:people patient=ceremony patient.mod=moral
actor    agent:force
place    patient:site|place in:place near:place around:place
yes      Its fighters still hold the police station in Bria. | actor=fighters place=Bria
no       Students still occupy the police station in Bria.

pattern  hold.site.control
type     control.hold
verb     control
need     patient:site
need     agent:force
not      self=administered agent:civ agent=protester|student|striker|squatter|activist|police adv=up|off|back patient.of:people patient=ceremony patient.mod=moral
not      head=manage|able|succeed
actor    agent:force
place    patient:site|place in:place near:place around:place
yes      Its fighters still control the police station in Bria. | actor=fighters place=Bria
no       Its fighters managed to control the police station in Bria.

pattern  hold.high
type     control.hold
verb     hold control occupy
need     patient=ground patient=height|hill|ridge|crossing|pass
need     agent:force
need     around:place above:place near:place over:place of:place patient.around:place patient.above:place patient.near:place patient.of:place in:place
not      agent:civ patient.mod=moral|common adv=up|off
actor    agent:force
place    around:place above:place near:place over:place patient.around:place patient.above:place patient.near:place patient.of:place in:place
yes      Army units hold the high ground above Taiz. | place=Taiz
no       The bishop held the moral high ground in Taiz.

pattern  hold.out
type     control.hold
verb     hold~out hold~on stand~firm dig~in
need     agent:force|party|place
not      agent:civ patient for=hope to:people|civ|party|equip on:people|party in=talk|negotiation head.head=talk|meeting|election|summit|conference|vote|poll|session|referendum|rally
actor    agent:force|party
place    agent:place in:place
yes      A few hundred fighters are holding out in the steelworks in Mariupol. | actor=fighters place=Mariupol
yes      The garrison of Ramadi was surrounded but holding on. | actor="garrison"
no       The buyer held out for a better price.
no       The rebels held on to three hostages.

pattern  hold.ground
type     control.hold
verb     hold keep defend
need     obj=ground|line
need     agent:force
not      agent:civ
actor    agent:force
why      where hold.high finds no place
yes      The rebels held their ground all day. | actor=rebels
no       The buyer held his ground all day.

pattern  hold.refuse
type     control.hold
verb     refuse
need     comp=surrender|capitulate|yield|withdraw|retreat
need     agent:force|party|place
not      agent:civ
actor    agent:force|party
place    agent:place comp.from:place in:place
yes      The garrison of Ramadi refused to surrender. | actor=garrison
no       The boy refused to surrender his phone.

pattern  hold.line
type     control.hold
verb     hold
need     subj:line
not      obj
actor    subj.mod:party|force subj.poss:party|force
place    in:place near:place around:place at:place subj:place|line
yes      The Ukrainian front line is holding in the east. | actor=Ukrainian
yes      Analysts thought the army's defences would hold in Ramadi. | place=Ramadi
no       The rope is holding.

pattern  hold.under.part
type     control.hold
noun     control occupation rule
need     case=under
need     of:party|force mod:party|force poss:party|force
need     subj:number
not      subj:people|civ|force|money adv=longer
actor    of:party|force mod:party|force poss:party|force
place    subj.of:place subj:place
count    subj:number
yes      Eighty percent of Kidal is under rebel control. | place=Kidal count=80
no       Half of the price is under the control of the shop.

pattern  hold.under
type     control.hold
noun     control occupation rule domination
need     case=under
need     of:party|force mod:party|force poss:party|force
not      adv=longer head=come|fall|pass|bring|place|put|get mod=quality|pest|birth|arm of=firefighter|doctor|court
actor    of:party|force mod:party|force poss:party|force
place    subj:place head:place head.subj:place
yes      The town of Kidal is under the control of the rebels. | place=Kidal actor=rebels
no       The fire is under the control of firefighters.

pattern  hold.retain
type     control.hold
noun     control
need     head=retain|keep|maintain
need     mod:place
actor    head.subj:party|force
place    mod:place
yes      The army retains Manbij control. | place=Manbij actor=army
no       The army retains crowd control in Manbij.

pattern  hold.control
type     control.hold
noun     control occupation rule
need     case=under|in head=have|retain|keep|remain|hold|exercise|maintain|consolidate of:place|ground over:place|ground
need     subj:place|ground head.subj:place|ground head:place|ground of:place|ground|site over:place|ground|site
not      head=take|seize|gain|win|assume|wrest|secure|establish|regain|retake|restore|recover|lose|capture|end|reassert|reclaim|cede|fall|come|pass|bring|place|put|hand|transfer|return|relinquish|surrender|yield|give|seek|want|change|alter|affect
not      of:equip case=from|against|to|without|for|between adv=longer
actor    agent:party|force mod:party|force poss:party|force by:party|force of:party|force head.subj:party|force
place    subj:place of:place|ground|site over:place|ground|site head.subj:place head:place
yes      The rebels are in control of Kidal. | place=Kidal
no       Pest control is under review.
no       Kidal is free from rebel control.

pattern  hold.hands
type     control.hold
noun     hand grip
need     case=in
need     subj:place|ground head.subj:place|ground
need     mod:party|force poss:party|force of:party|force
not      head=die|end|fall
actor    mod:party|force poss:party|force of:party|force
place    subj:place|ground head.subj:place|ground
yes      The town of Kidal remains in the hands of the rebels. | place=Kidal actor=rebels
no       The decision is in the hands of the jury.

pattern  hold.grip
type     control.hold
noun     grip hold
need     on:place|ground over:place|ground
need     agent:party|force poss:party|force mod:party|force
not      head=lose|loosen
actor    agent:party|force poss:party|force mod:party|force
place    on:place|ground over:place|ground
yes      The militants retained their grip on Raqqa. | actor=militants place=Raqqa
no       The fog had a grip on Raqqa.

pattern  hold.entrench
type     control.hold
verb     entrench dig~in hole~up holed~up
need     agent:force|party patient:force|party
actor    agent:force|party patient:force|party
place    in:place at:place
yes      The militants are holed up in the town of Sirte. | place=Sirte
no       The family dug in the garden.

pattern  hold.fortify
type     control.hold
verb     fortify
need     patient:ground|line|place
need     agent:force|party
actor    agent:force|party
place    patient:place|ground in:place
yes      The militants fortified their positions in Sirte. | place=Sirte actor=militants
no       Visitors saw the heavily fortified quarter of the old town.

pattern  hold.stronghold
type     control.hold
noun     stronghold bastion redoubt enclave foothold
need     mod:party|force poss:party|force of:party|force
need     subj:place of:place in:place near:place head:place self:place mod:place
not      head=chase|drive|expel|flush|oust
actor    poss:party|force of:party|force mod:party|force
place    subj:place of:place in:place self near:place
yes      Sirte was the stronghold of Islamic State in Libya. | place=Sirte
yes      Sirte is one of the last strongholds of Islamic State in Libya. | place=Sirte
no       The party won in its stronghold.

# Leaving

pattern  leave.transitive
type     control.leave
verb     withdraw pull~out pull~back
need     patient:force
not      patient:civ
actor    agent:party|force patient:party patient:force
place    from:place
yes      Russia withdrew its troops from Kherson in November. | place=Kherson actor=Russia
no       The bank withdrew its offer.

pattern  leave.pulled
type     control.leave
verb     pull move bring
need     patient:force
need     agent:force|party
need     out:place|ground out=country|base
not      patient:civ patient=wounded|injured to:place into:place
actor    agent:party|force
place    out:place|ground
yes      Ethiopia pulled its forces out of Halgan. | actor=Ethiopia place=Halgan
no       Ethiopia pulled its thumb out of the dyke.

pattern  leave.verb
type     control.leave
verb     withdraw retreat flee pull~out pull~back fall~back drop~back move~back draw~down
need     agent:force|party
not      agent:civ patient:civ|money|talk|home patient=bid|offer|plan|statement|claim|support|objection|call-up|draft|conscription|mobilisation|mobilization|violence|fighting|war head=engage|intercept|shell|bomb|target|hit|attack|ambush|pursue|kill|fight head=way|route|room|chance|option|possibility from=ceasefire|cease-fire|truce|agreement|deal|accord|treaty|pact|talk|negotiation|election|convention|process
actor    agent:force|party
place    from:place of:place patient:place toward:place towards:place
count    measure:length by:length to.of:length
yes      Government forces withdrew from the city of Aleppo. | place=Aleppo
yes      The troops dropped back two kilometres from Aleppo. | place=Aleppo count=2
no       Families fled from the city of Aleppo.
no       Soldiers engaged fleeing members of the militia near Aleppo.
no       The army withdrew from the truce in Aleppo.

pattern  leave.process
type     control.leave
verb     withdraw pull~out pull~back retreat
need     head=process|stage
need     head.head.agent:force|party
not      agent:force patient:money|talk
actor    head.head.agent:force|party
place    from:place in:place
yes      The army has begun the process of withdrawing from Kidal. | actor=army place=Kidal
no       The bank has begun the process of withdrawing its old coins.

pattern  leave.quit
type     control.leave
verb     evacuate depart quit vacate escape leave~behind
need     agent:force
need     patient:place|ground|line from:place of:place
not      agent:civ patient:people patient=injured|wounded|dead|detained
actor    agent:force|party
place    patient:place|ground from:place of:place
yes      The fighters quit the town of Sirte on Sunday. | actor=fighters place=Sirte
no       The minister quit his job.

pattern  leave.abandon
type     control.leave
verb     abandon desert relinquish
need     patient:place|ground|line|event patient=it
need     agent:force|party
not      agent:civ agent=crew|sailor|captain|pilot|driver|passenger
actor    agent:force|party
place    patient:place|ground
yes      The garrison abandoned the town of Ramadi overnight. | place=Ramadi
no       Her parents abandoned the house.
no       A missile hit the tanker and the crew abandoned it.

pattern  leave.giveup
type     control.leave
verb     give~up
need     patient:place
need     agent:force|party agent=it|they
not      agent:civ obj=hope|search|plan
actor    agent:force|party
place    patient:place
yes      The army has given up the city of Lyman. | actor=army place=Lyman
no       The scholar has given up a career in Paris.

pattern  leave.abandoned
type     control.leave
verb     abandon vacate
need     subj:place|ground|line
not      agent obj head:place|ground|line|site agent:civ
place    subj:place|ground
yes      The town of Ramadi was abandoned overnight. | place=Ramadi
no       The plan was abandoned.

pattern  leave.name
type     control.leave
verb     vacate abandon evacuate quit desert
need     patient:name
need     agent:force
not      agent:civ
actor    agent:force
why      a village that no table has; where.c gives its name
yes      The garrison abandoned Tanzibo overnight. | actor=garrison place=Tanzibo
no       The couple abandoned Tanzibo overnight.

pattern  leave.leave
type     control.leave
verb     leave
need     patient:place patient=base|post|position|barracks|camp|airport|garrison|fort|outpost|country
need     agent:force
not      agent:civ agent:event|gun in=ruin|rubble|flame|darkness|state|chaos comp=expose|destroy|isolate|besiege|surround|cut|burn|devastate|damage|strew|litter|ruin|vulnerable|open
not      patient.comp=expose|destroy|isolate|besiege|burn|devastate|damage|strew
actor    agent:force
place    patient:place
yes      Government forces left the town of Ramadi on Monday. | actor=forces place=Ramadi
no       Government forces left the town of Ramadi in ruins.

pattern  leave.pushed
type     control.leave
verb     push~back drive~back beat~back force~back throw~back squeeze~back push drive force beat
need     patient:force|party
need     adv=back|away from:place
not      obj
actor    patient:force|party
place    from:place
yes      The rebels were pushed back from the outskirts of Aleppo. | actor=rebels place=Aleppo
no       The crowd pushed the car back.

pattern  leave.expelled
type     control.leave
verb     expel oust dislodge evict eject drive force push flush drive~out force~out push~out flush~out kick~out throw~out
need     patient:force|party patient=they|it
need     out:place from:place|ground adv=out
not      obj agent patient:civ
actor    patient:force|party
place    out:place from:place|ground
yes      The militants have been driven out of Sirte. | actor=militants place=Sirte
no       The players were driven out of Sirte by the rebels.

pattern  leave.dislodged
type     control.leave
verb     dislodge rout drive~out push~out flush~out drive~back push~back beat~back throw~back
need     patient:force patient=they
not      obj agent:civ out:place from:place
actor    patient:force|party
why      from where they were just told to be; where.c gives the place
yes      Rebels entered Goma, but they were dislodged. | place=Goma
no       The stone was dislodged.

pattern  leave.evacuate
type     control.leave
verb     evacuate airlift
need     patient:force
need     from:place|ground
not      patient:civ|equip patient.mod=wounded|injured
actor    patient:force
place    from:place|ground
yes      The garrison was evacuated from the town of Ramadi. | place=Ramadi
no       The pupils were evacuated from the town of Ramadi.

pattern  leave.noun
type     control.leave
noun     withdrawal retreat pullout pullback pull-out pull-back departure drawdown
need     of:force|party poss:party|force mod:party|force agent:force|party by:party|force
not      of:civ poss:civ of:money of:talk mod:civ to:place of.to:place mod=cash
actor    of:force|party poss:party|force by:party|force mod:party|force agent:party|force
place    from:place of.from:place of:place
count    of:number
yes      The withdrawal of Russian troops began on Thursday. | actor="Russian troops"
no       Cash withdrawal is free.

pattern  leave.exodus
type     control.leave
noun     exodus flight desertion
need     of:force
not      of:civ of:air to:place
actor    of:force
place    from:place of.from:place
count    of:number
yes      An exodus of government troops from Bafut began. | actor=troops
no       The raids led to an exodus of families from Bafut.

pattern  leave.beat
type     control.leave
noun     retreat withdrawal
need     head=beat|stage|make|conduct
need     head.agent:force|party
not      head.agent:civ
actor    head.agent:force|party
place    from:place|ground head.from:place|ground
yes      The rebels beat a rapid retreat from Goma on Monday. | actor=rebels place=Goma
no       The guests beat a retreat from the bar.

pattern  leave.noun.to
type     control.leave
noun     withdrawal retreat pullout pullback pull-out pull-back
need     of:force poss:force mod:force by:force
need     to:place|ground|line of.to:place|ground|line light.to:place|ground|line
not      of:civ poss:civ mod:civ
actor    of:force poss:force by:force mod:force
why      where they go is not what they leave
yes      The general ordered the retreat of all troops to the left bank. | actor=troops
no       The retreat of the managers to a hotel took two days.

pattern  leave.noun.from
type     control.leave
noun     withdrawal retreat pullout pullback pull-out pull-back
need     from:place|ground
not      of:civ poss:civ of:money
actor    of:force|party agent:party|force poss:party|force mod:party|force by:party|force
place    from:place|ground
yes      The withdrawal from Kherson to the left bank took two days. | place=Kherson
no       The withdrawal of the offer surprised the buyer.

pattern  leave.on-the-run
type     control.leave
noun     retreat run backfoot
need     case=on|in
need     subj:force|party head.subj:force|party head.obj:force|party
actor    subj:force|party head.subj:force|party head.obj:force|party
place    from:place in:place head.in:place
yes      The rebels are on the run in the province of Idlib. | actor=rebels place=Idlib
no       The shop is on a quiet retreat.

# Besieging

pattern  besiege.verb
type     control.besiege
verb     besiege encircle surround re-encircle reencircle beleaguer trap blockade cut~off seal~off bottle~up hem~in hem
need     patient:place|force|ground patient=hospital|airport|base|airbase|compound|barracks|complex
not      self=booby-trapped|boobytrapped obj=booby mod=booby patient:civ patient=money|aid|help|road agent=flood|storm|rain|snow|avalanche|landslide|earthquake|cyclone|hurricane|flooding|mudslide|journalist|reporter|supporter|police|wire|wall|mountain|hill|sea|jungle|forest|wood|bush|countryside|desert|marsh|swamp|field|farmland|area|land by=flood|flooding|storm|rain|snow|landslide|earthquake|wire|wall|mountain|hill|sea|forest|field|water under=rubble|debris|snow in=rubble|cycle on=side
actor    agent:party|force mod:party|force
target   patient:force
place    patient:place in:place at:place inside:place within:place
count    patient:force
yes      The rebels have hemmed the army inside the town of Sake. | place=Sake target=army
yes      Government forces encircled the rebels in eastern Aleppo. | place=Aleppo target=rebels
yes      The army surrounded a hospital in Gao. | place=Gao actor=army
yes      Shells fell in the besieged Syrian city of Homs overnight. | place=Homs
no       Journalists surrounded the singer.
no       The town of Sake is surrounded by Congo on three sides.
no       The village of Madaya is surrounded by mountains.
no       Families ran into the jungle surrounding the village of Madaya.

pattern  besiege.put
type     control.besiege
noun     siege blockade
need     case=under
need     head=put|place|keep|hold|lay
need     head.patient:place|force|site
not      head.patient:money
actor    head.agent:party|force
target   head.patient:force
place    head.patient:place head.in:place
yes      Rebels put the town of Gao under siege on Monday. | place=Gao actor=Rebels
no       The bank put the firm under pressure.

pattern  besiege.block
type     control.besiege
verb     block close~off block~off
need     patient:place|force
need     from=north|south|east|west|side|direction|flank adv=completely|fully
need     agent:party|force
actor    agent:party|force
target   patient:force
place    patient:place
yes      Paratroopers blocked Soledar from the north and south. | place=Soledar
no       The ministry blocked the road from the north.

pattern  besiege.isolate
type     control.besiege
verb     isolate
need     patient:place|line|ground patient=garrison|brigade|battalion|division|unit|troop|soldier|grouping
not      patient:civ adv=diplomatically|politically|internationally|economically agent=quarantine
actor    agent:party|force
target   patient:force
place    patient:place in:place at:place
yes      The advance isolated the town of Dikwa. | place=Dikwa
no       The ministry vowed to isolate the rebels.

pattern  besiege.people
type     control.besiege
verb     besiege encircle trap
need     patient:people|civ
need     patient:number
need     agent:force
actor    agent:force
target   patient:people|civ
place    in:place at:place patient.in:place
count    patient:number
yes      The army besieged some 250,000 people in eastern Aleppo. | actor=army count=225000
no       The fog trapped some 300 people in eastern Aleppo.

pattern  besiege.noun
type     control.besiege
noun     siege blockade
need     of:place|force|party to:place poss:place|force subj:place mod:place|party patient:place on:place on.into:place into:place agent:party|force case=after|during|amid|despite|throughout|since head=impose|enforce|lift|ease|tighten
not      of:site of=office|mentality head=mentality light=declare|proclaim|decree
actor    agent:party|force by:party|force mod:party|force poss:party|force
target   of:force poss:force
place    of:place to:place on:place on.into:place into:place head.on:place subj:place patient:place poss:place mod:place
yes      The blockade on supplies into Gaza has gone on. | place=Gaza
yes      Egypt imposed a blockade on Gaza. | place=Gaza
yes      The siege of Madaya lasted two years. | place=Madaya
yes      The city of Homs has been under siege since May. | place=Homs
no       The siege of the ticket office ended at noon.
no       The president declared a state of siege in Ituri.

pattern  besiege.encirclement
type     control.besiege
noun     encirclement
need     of:place|force|party poss:place|force|party subj:place patient:place agent:party|force case=after|during|amid|despite|throughout|since
actor    agent:party|force by:party|force mod:party|force
target   of:force poss:force|party
place    of:place subj:place patient:place poss:place
yes      The army feared the encirclement of its troops by the rebels near Homs. | place=Homs
no       The lake has an encirclement of pines.

pattern  besiege.noose
type     control.besiege
noun     noose ring
need     head=tighten|close
actor    agent:party|force
target   around:force|party on:force|party
place    around:place on:place
yes      The army is tightening the noose around Raqqa. | place=Raqqa
no       He wore a ring around his neck.

# Moving forward

pattern  advance.foothold
type     control.advance
verb     gain establish secure win make obtain
need     patient=foothold|bridgehead|beachhead|toehold
need     agent:party|force
not      patient:people in=market|business|sector|economy
actor    agent:party|force
place    in:place at:place near:place on:place patient.in:place patient.on:place
yes      Marines secured a bridgehead near Krynky in October. | actor=Marines place=Krynky
no       The firm gained a foothold in the market.

pattern  advance.verb
type     control.advance
verb     advance push~forward press~forward press~on move~forward forge~ahead surge sweep creep inch close~in barrel punch smash thrust edge bear~down roll~forward pour~in fan~out
need     agent:force|party|equip
not      agent:civ patient:force|people patient:talk for=talk|deal|peace|sanction to=final|round patient=agenda|idea|plan|window|glass|door|roof|car|wall agent=violence|unrest|tension|price|number|toll
actor    agent:force|party|equip
place    toward:place towards:place to:place into:place on:place in:place through:place from:place of:place along:place
count    measure:length patient:length adv.measure:length
yes      The militants are advancing on Raqqa. | actor=militants
yes      Government forces had advanced nearly 10 km. | count=9
yes      The brigade advanced nearly 10 km towards Gao. | count=9
yes      The militants are edging closer to Raqqa. | place=Raqqa
no       The team advanced to the final.
no       Violence by the militants has surged in Taiz.
no       A drone came down in Taiz, smashing windows.

pattern  advance.push.back
type     control.advance
verb     push~back drive~back beat~back force~back roll~back push drive force
need     patient:force|party
need     agent:force|party
need     adv=back
need     from:place|ground|number adv.from:place|ground|number patient.from:place|ground to:place toward:place towards:place along:place|ground along=road|highway|coast from=direction|east|west|north|south
not      patient:event
not      agent:civ patient:civ to:party to=table|negotiation|talk
actor    agent:force|party
target   patient:force|party
place    from:place|ground adv.from:place|ground patient.from:place|ground to:place toward:place towards:place along:place|ground in:place near:place
yes      The brigade drove the rebels back from the outskirts of Sake. | actor=brigade target=rebels place=Sake
yes      The army pushed the militants back along the road to Gao. | actor=army target=militants
no       The brigade drove the rebels back.
no       The police pushed the crowd back from the gate.

pattern  advance.across
type     control.advance
verb     swarm infiltrate spill surge pour
need     agent:force
need     patient:place|ground across:place|ground over:place|ground into:place|ground through:place|ground onto:place
not      agent:civ agent:air|gun patient:civ|people patient=network|system|party|group|cell
actor    agent:force
place    patient:place|ground across:place|ground over:place|ground into:place|ground through:place|ground onto:place
yes      Iraqi troops swarmed across the Tigris at dawn. | actor="Iraqi troops" place=Tigris
yes      Commandos infiltrated the island of Boubiyan. | actor=Commandos place=Boubiyan
no       Bees swarmed across the town of Gao.

pattern  advance.converge
type     control.advance
verb     converge close~in descend
need     agent:force
need     on:place|ground upon:place|ground
not      agent:civ agent:air|gun for=talk|summit|rally|funeral|celebration|protest
actor    agent:force
place    on:place|ground upon:place|ground
yes      Government troops were converging on the port of Kismayo. | actor="Government troops" place=Kismayo
no       Traders converged on the port of Kismayo.

pattern  advance.press
type     control.advance
verb     press drive
need     agent:force
need     toward:place towards:place into:place
not      patient obj agent:civ
actor    agent:force
place    toward:place towards:place into:place
yes      The army is pressing towards Raqqa. | actor=army place=Raqqa
no       The minister is pressing for talks in Raqqa.

pattern  advance.they
type     control.advance
verb     advance push~forward press~forward move~forward push~on
need     agent=they|we
need     through:place|ground toward:place towards:place into:place|ground on:place measure:length patient:length
not      to=final|round
actor    agent
place    toward:place towards:place into:place on:place through:place
count    measure:length patient:length
yes      They advanced towards Agadez at night. | place=Agadez
no       They advanced to the final.

pattern  advance.direction
type     control.advance
verb     move push head go attack break~out
need     in=direction
need     agent:force|party
not      agent:civ in.mod:place near:place
actor    agent:force|party
place    in.of:place in:place
yes      The militants tried to move in the direction of Raqqa. | place=Raqqa actor=militants
no       The militants attacked near Raqqa in the Hama direction.
no       The talks moved in the direction of a deal.

pattern  advance.push
type     control.advance
verb     push push~on thrust plunge storm pour
need     agent:force|equip
need     into:place|ground|line toward:place towards:place through:place|line on:place adv=deep|deeper|further|farther|forward|north|south|east|west|northward|southward|eastward|westward|inland
not      agent:civ obj agent:gun
actor    agent:force|equip
place    into:place|ground toward:place towards:place through:place on:place
count    measure:length adv.measure:length
yes      The tanks pushed deeper into Gao on Tuesday. | place=Gao
yes      Rebel forces pushed on the town of Sake. | place=Sake
no       The crowd pushed into the hall.

pattern  advance.ground
type     control.advance
verb     gain make take
need     patient=ground|headway|inroad
actor    agent:force|party
place    toward:place towards:place to:place into:place in:place near:place around:place
yes      The rebels gained ground near Aleppo. | actor=rebels place=Aleppo
no       The rebels gained a seat in parliament.

pattern  advance.success
type     control.advance
noun     success
need     head=have|achieve|make|score|enjoy|win|claim
need     agent:force|party
need     mod=tactical|partial|limited|local|operational|territorial|serious|battlefield|military|significant comp=attack|assault|advance|push where
not      agent:civ agent=company|team
actor    agent:force|party
place    in:place near:place at:place
yes      The militants had partial success near Raqqa. | actor=militants place=Raqqa
no       The band had success in the charts.

pattern  advance.to.within
type     control.advance
noun     km kilometer kilometre mile metre meter
need     case=within
need     of:place|site
need     head=move|advance|push|get|come|draw|drive|march|edge|approach|bring
need     head.agent:force|party head.obj:force
actor    head.obj:force head.agent:force|party
place    of:place|site
count    self
yes      On Monday the rebels moved to within 45 miles of Sirte. | actor=rebels place=Sirte
yes      The march brings the army within 50 km of Raqqa. | actor=army place=Raqqa
no       The bus brings tourists within two miles of Sirte.

pattern  advance.within
type     control.advance
noun     km kilometer kilometre mile metre meter
need     case=within
need     of:place|site
need     subj:force|party
actor    subj:force|party
place    of:place|site
count    self
yes      The rebels are within 15 km of Aleppo. | actor=rebels place=Aleppo
no       The shop is within two miles of the station.

pattern  advance.away
type     control.advance
noun     km kilometer kilometre mile metre meter
need     from:place|site|ground from.of:place from=centre|center|outskirt of:place
need     subj:force from.subj:force
not      case=within
actor    subj:force from.subj:force
place    from:place from.of:place of:place from:site|ground
count    self
yes      The rebels are now 5 km from Raqqa. | count=5
no       The school is five kilometres from Raqqa.

pattern  advance.closer
type     control.advance
verb     move edge inch get come creep draw
need     adv=closer|close|nearer comp=close
need     agent:force|party
not      agent:civ obj to=deal|agreement|truce during:event agent=casualty|loss|death|attack|incident|announcement
actor    agent:force|party
place    to:place adv.to:place
yes      The militants moved closer to Raqqa. | actor=militants place=Raqqa
no       The sides moved closer to a deal.

pattern  advance.enter
type     control.advance
verb     enter re-enter reenter reach approach near penetrate cross storm~into break~into
need     agent:force
need     patient:place|ground|line into:place|ground
not      agent:civ agent:air|gun patient=negotiation|talk|building agent.mod=aid|relief|humanitarian|food|medical agent.of:supply|civ agent.comp=carry|bring agent.of=aid|food|bus|truck|relief|medicine agent=peacekeeper|convoy
actor    agent:force
place    patient:place|ground into:place
yes      Iraqi troops entered the outskirts of Mosul on Tuesday. | place=Mosul
no       Tourists entered the museum.

pattern  advance.name
type     control.advance
verb     enter re-enter reenter reach approach penetrate storm~into
need     agent:force
need     patient:name into:name
not      agent:civ agent:air|gun agent=police agent.mod=aid|relief|humanitarian|peacekeeping
actor    agent:force
why      a village that no table has; where.c gives its name
yes      The rebels entered Tanzibo on Friday. | actor=rebels place=Tanzibo
no       The tourists entered Tanzibo on Friday.

pattern  advance.arrive
type     control.advance
verb     arrive
need     agent:force
need     at:place|ground|line on:line|ground
not      agent:civ
actor    agent:force
place    at:place|ground in:place on:place
yes      Iraqi troops arrived at the outskirts of Mosul on Tuesday. | place=Mosul
no       Tourists arrived at the museum.

pattern  advance.line
type     control.advance
verb     move shift advance
need     subj:line
need     measure:length adv.measure:length
actor    subj.mod:party subj.poss:party
count    measure:length adv.measure:length
yes      The front line has moved 15 km since March. | count=15
no       The line in the shop moved slowly.

pattern  advance.breach
type     control.advance
verb     break breach pierce penetrate smash punch crack burst break~through rupture tear
need     patient:line through:line into:line
actor    agent:force|party
place    in:place at:place near:place
yes      Troops broke through the front line near Kherson. | place=Kherson
yes      The first line of defence near Kherson had been broken. | place=Kherson
no       Thieves broke into the shop.

pattern  advance.collapse
type     control.advance
verb     collapse crumble buckle break cave~in disintegrate
need     subj:line
not      obj
target   subj.poss:party subj.mod:party
actor    -
yes      The front line south of Izium collapsed within hours.
no       The roof collapsed.

pattern  advance.measure
type     control.advance
verb     push storm surge race drive press charge
need     measure:length patient:length
not      patient=car|truck|bus
actor    agent:force|party
place    toward:place towards:place to:place into:place from:place of:place through:place
count    measure:length patient:length adv.measure:length
yes      The brigade raced more than 12 km into the hills in a day. | actor=brigade count=12
no       The team pushed hard in the race.

pattern  advance.told
type     control.advance
noun     advance gain success
need     head=report|announce|claim|hail|celebrate
need     head.subj:party|force
need     in:place near:place around:place toward:place towards:place on=front
not      agent:party|force mod:party|force of:party|force poss:party|force by:party|force mod=economic|territorial|electoral of:money
actor    head.subj:party|force
place    toward:place towards:place in:place near:place around:place
yes      Ukraine reports more gains in Bakhmut. | actor=Ukraine place=Bakhmut
no       Ukraine reports Russian gains in Bakhmut.
no       The bank reports gains in Kyiv.

pattern  advance.noun
type     control.advance
noun     advance gain push thrust inroad sweep drive
need     agent:force|party poss:force|party mod:party|force of:force|party by:force|party light in:place to:place toward:place towards:place
not      of:money head.head=share|stock|index|price agent=share|stock|index|currency|price|dollar|team|company in=election|poll|vote|talk|talks|negotiation|battery|medicine mod=peace|economic|technological|scientific|medical|political|diplomatic
actor    poss:force|party by:force|party mod:party|force agent:force|party of:force|party
place    toward:place towards:place on:place into:place in:place to:place along:place near:place
count    of:length measure:length
yes      Government forces made gains in the suburbs of Aleppo. | actor=forces place=Aleppo
no       The shares rose on gains of two per cent.

pattern  advance.break
type     control.advance
noun     breakthrough progress
need     agent:force|party poss:force|party mod:party|force of:force|party by:force|party in:place to:place toward:place towards:place
not      in=election|poll|vote|talk|talks|negotiation|battery|medicine on=talk|deal|ceasefire|truce|issue|file toward=deal|peace|agreement|ceasefire|truce towards=deal|peace|agreement|ceasefire|truce
not      mod=peace|economic|technological|scientific|medical|political|diplomatic in.mod=peace head.in=talk|negotiation
actor    poss:force|party by:force|party mod:party|force agent:force|party of:force|party
place    toward:place towards:place on:place into:place in:place to:place along:place near:place
yes      Government forces made progress in the suburbs of Aleppo. | actor=forces place=Aleppo
no       No breakthrough was reported from the talks.
no       The envoys made progress in the talks.

pattern  advance.noun.way
type     control.advance
noun     advance push thrust drive
need     head=north|south|east|west|northward|southward|eastward|westward|northwards|southwards|eastwards|westwards|inland
not      mod=peace|economic|diplomatic
actor    poss:force|party mod:party|force of:force|party
place    head.toward:place head.towards:place head.to:place head.into:place head.from.towards:place head.from.toward:place head.from.to:place head.from:place
yes      The main push has been south from Agadez towards Arlit. | place=Arlit
no       The push was for a better deal in Agadez.

pattern  advance.collapse.noun
type     control.advance
noun     collapse
need     of:line poss:line
actor    -
place    of:line|place
yes      The collapse of the front line surprised the generals.
no       The collapse of the bank hurt savers.

pattern  advance.linkup
type     control.advance
verb     link~up join~up
need     agent:force patient:force
actor    agent:force patient:force
place    in:place at:place along:place of:place
yes      Two army columns linked up south of Mosul. | place=Mosul
no       The two websites link up readers.
