# Who holds what: control.*

# Taking

pattern  seize.verb
type     control.seize
verb     seize capture overrun conquer grab
need     patient:place|ground|line
actor    agent:party
place    patient:place|ground
target   from:party
count    patient:length|number
yes      Rebels seized the town of Kidal on Friday. | actor=Rebels place=Kidal
yes      Kidal was captured by the rebels on Friday. | place=Kidal
no       Customs officers seized two kilograms of heroin.

pattern  seize.take
type     control.seize
verb     take
need     patient:place|ground|line
actor    agent:party
place    patient:place|ground
target   from:party
count    patient:length|number
yes      Government troops took the village of Anefis from the rebels. | place=Anefis
no       The minister took the train to Vienna.

pattern  seize.fall
type     control.seize
verb     fall
need     subj:place
not      into under on
actor    to:party
place    subj:place
yes      The city of Goma fell to the rebels in January. | place=Goma actor=rebels
no       Prices fell in January.

pattern  seize.fall.noun
type     control.seize
noun     fall
need     of:place poss:place
actor    to:party
place    of:place poss:place
yes      The fall of Goma to the rebels shocked the region. | place=Goma
no       The fall of the currency went on.

pattern  seize.control
type     control.seize
noun     control
need     head=take|seize|gain|win|assume|wrest|secure|establish|capture|consolidate
actor    agent:party
place    of:place over:place
target   from:party
yes      The rebels took control of Goma on Monday. | place=Goma actor=rebels
no       The driver lost control of his car.

pattern  seize.noun
type     control.seize
noun     capture seizure takeover conquest capturing
need     of:place|ground poss:place mod:place
actor    agent:party by:party poss:party mod:party
place    of:place|ground poss:place mod:place
target   from:party
yes      The capture of Goma by the rebels was confirmed on Monday. | place=Goma
no       The capture of the smugglers took a week.

pattern  seize.surrender
type     control.seize
verb     surrender hand~over cede yield
need     patient:place|ground
actor    to:party
place    patient:place|ground
yes      The garrison handed over the town of Ramadi to the militants. | place=Ramadi
no       The boy handed over the letter to the teacher.

pattern  seize.flag
type     control.seize
noun     flag banner
need     mod:party poss:party
need     head=raise|hoist|fly|plant|see|hang|flutter light over:place in:place on:place
not      head=burn|stand|wave|carry|wear|hold|drape|wrap|sell
actor    mod:party poss:party
place    over:place in:place on:place head.subj:place
yes      The Ukrainian flag was raised over Kherson on Friday. | place=Kherson
no       The shop sells the Ukrainian flag for five dollars.

# Taking back

pattern  retake.verb
type     control.retake
verb     retake recapture liberate reclaim reconquer regain recover win~back take~back wrest~back
need     patient:place|ground|line
actor    agent:party
place    patient:place|ground
target   from:party
count    patient:length|number
yes      The army recaptured the town of Wad Madani on Saturday. | place="Wad Madani" actor=army
yes      Troops liberated 12 villages near Palmyra. | count=12
no       The patient regained consciousness.

pattern  retake.free
type     control.retake
adj      free
need     subj:place
need     from of
target   from:party of:party
place    subj:place
yes      Sirte is free of the militants, the army said. | place=Sirte
no       The museum is free on Sundays.

pattern  retake.free.verb
type     control.retake
verb     free clear cleanse
need     patient:place
actor    agent:party
place    patient:place
target   of:party from:party
yes      The army cleared the city of Sirte of militants in December. | place=Sirte
no       The court freed two men on Monday.

pattern  retake.noun
type     control.retake
noun     liberation recapture recapturing retaking reconquest retake
need     of:place|ground poss:place mod:place
actor    agent:party by:party poss:party mod:party
place    of:place|ground poss:place mod:place
target   from:party
yes      The liberation of Mosul took nine months. | place=Mosul
no       The liberation of women was her subject.

pattern  retake.control
type     control.retake
noun     control
need     head=regain|retake|restore|recover|reassert|reclaim|reestablish
need     of:place|ground over:place|ground agent:party|force
not      of:equip
actor    agent:party
place    of:place over:place
target   from:party
yes      The army regained control of Sirte in March. | place=Sirte
no       The pilot regained control of the plane.

pattern  retake.expel
type     control.retake
verb     expel oust drive~out push~out dislodge evict force~out flush~out rout drive kick~out
need     patient:force|party
need     from:place out:place of:place agent:force|party
actor    agent:party
target   patient:party|force
place    from:place out:place of:place
yes      Kurdish fighters drove the militants from Tabqa in January. | place=Tabqa
no       The club expelled two members.

# Holding

pattern  hold.verb
type     control.hold
verb     hold control occupy defend administer retain keep
need     patient:place|ground|line
not      obj=talk|meeting|election|summit|conference|ceremony|press
actor    agent:party mod:party
place    patient:place|ground
yes      Rebels still hold the town of Kidal. | place=Kidal actor=Rebels
yes      Shelling hit the rebel-held town of Douma. | place=Douma
no       The sides held talks in Geneva.

pattern  hold.line
type     control.hold
verb     hold
need     subj:line
actor    subj.mod:party subj.poss:party
place    subj:place|line
yes      The Ukrainian front line is holding in the east. | actor=Ukrainian
no       The rope is holding.

pattern  hold.under
type     control.hold
noun     control occupation rule domination
need     case=under
need     of:party|force mod:party poss:party
not      head=come|fall|pass|bring|place|put|get mod=quality|pest|birth|arm of=firefighter|doctor|court
actor    of:party|force mod:party poss:party
place    subj:place head:place head.subj:place
yes      The town of Kidal is under the control of the rebels. | place=Kidal actor=rebels
no       The fire is under the control of firefighters.

pattern  hold.control
type     control.hold
noun     control occupation rule
need     case=in head=have|retain|keep|remain|hold|exercise|maintain|be subj:place mod:party of:party
not      head=take|seize|gain|win|assume|wrest|secure|establish|regain|retake|restore|recover|lose|capture
not      of:equip of:force
actor    of:party mod:party poss:party by:party agent:party
place    subj:place of:place over:place
yes      The rebels have control of the town of Kidal. | place=Kidal actor=rebels
no       Pest control is under review.

pattern  hold.entrench
type     control.hold
verb     entrench dig~in hole~up fortify
need     agent:force|party patient:force|party|ground
actor    agent:force|party patient:force|party
place    in:place at:place
yes      The militants are holed up in the town of Sirte. | place=Sirte
no       The family dug in the garden.

pattern  hold.stronghold
type     control.hold
noun     stronghold bastion redoubt enclave foothold
need     mod:party poss:party of:party
actor    poss:party of:party mod:party
place    subj:place of:place in:place self
yes      Sirte was the stronghold of Islamic State in Libya. | place=Sirte
no       The party won in its stronghold.

# Leaving

pattern  leave.transitive
type     control.leave
verb     withdraw pull~out pull~back evacuate
need     patient:force
not      patient:civ
actor    agent:party
target   -
place    from:place
yes      Russia withdrew its troops from Kherson in November. | place=Kherson actor=Russia
no       The bank withdrew its offer.

pattern  leave.verb
type     control.leave
verb     withdraw retreat flee pull~out pull~back fall~back evacuate depart quit vacate retire escape
need     agent:force|party
not      agent:civ
actor    agent:force|party
place    from:place of:place patient:place
yes      Government forces withdrew from the city of Aleppo. | place=Aleppo
no       Families fled from the city of Aleppo.

pattern  leave.abandon
type     control.leave
verb     abandon leave vacate desert relinquish
need     patient:place|ground|line|event
need     agent:force|party
not      agent:civ
actor    agent:force|party
place    patient:place|ground
yes      The garrison abandoned the town of Ramadi overnight. | place=Ramadi
no       Her parents abandoned the house.

pattern  leave.pushed
type     control.leave
verb     push~back drive~back beat~back force~back throw~back squeeze~back push drive force beat
need     patient:force|party
need     back out away off from:place
actor    patient:force|party
place    from:place
yes      The rebels were pushed back from the outskirts of Aleppo. | actor=rebels place=Aleppo
no       The crowd pushed the car back.

pattern  leave.noun
type     control.leave
noun     withdrawal retreat pullout pullback pull-out pull-back flight
need     of:force|party poss:party mod:party agent:force|party from:place by:party
not      of:civ poss:civ
actor    of:force|party agent:party poss:party mod:party by:party
place    from:place of.from:place of:place
yes      The withdrawal of Russian troops from Kherson began on Thursday. | place=Kherson
no       Cash withdrawal is free.

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
verb     besiege encircle surround trap blockade isolate cut~off
need     patient:place|force|party|ground
actor    agent:party mod:party
target   patient:force
place    patient:place in:place at:place
count    patient:force
yes      Government forces encircled the rebels in eastern Aleppo. | place=Aleppo target=rebels
no       Journalists surrounded the singer.

pattern  besiege.noun
type     control.besiege
noun     siege encirclement blockade
need     of:place|force|party poss:place|force subj:place mod:place|party patient:place on:place agent:party
actor    agent:party by:party mod:party poss:party
target   of:force poss:force
place    of:place subj:place patient:place on:place poss:place mod:place
yes      The siege of Madaya lasted two years. | place=Madaya
yes      Homs has been under siege since May. | place=Homs
no       The siege of the ticket office ended at noon.

pattern  besiege.noose
type     control.besiege
noun     noose ring
need     head=tighten|close
actor    agent:party
target   around:force|party on:force|party
place    around:place on:place
yes      The army is tightening the noose around Raqqa. | place=Raqqa
no       He wore a ring around his neck.

# Moving forward

pattern  advance.verb
type     control.advance
verb     advance push~forward press~forward press~on move~forward forge~ahead surge sweep creep inch close~in barrel punch smash thrust
need     agent:force|party
not      patient:force|people patient:talk
actor    agent:force|party
place    toward:place towards:place to:place into:place on:place in:place through:place from:place of:place along:place
count    measure:length patient:length
yes      Government forces advanced 10 km towards Raqqa on Monday. | place=Raqqa count=10
no       The team advanced to the final.

pattern  advance.ground
type     control.advance
verb     gain make take
need     patient=ground|headway|inroad
actor    agent:force|party
place    toward:place towards:place to:place into:place in:place near:place around:place
yes      The rebels gained ground near Aleppo. | actor=rebels place=Aleppo
no       The rebels gained a seat in parliament.

pattern  advance.within
type     control.advance
noun     km kilometer kilometre mile metre meter
need     case=within
need     of:place
need     subj:force|party
actor    subj:force|party
place    of:place
count    self
yes      The rebels are within 15 km of Aleppo. | actor=rebels place=Aleppo
no       The shop is within two miles of the station.

pattern  advance.enter
type     control.advance
verb     enter reach approach near penetrate cross arrive
need     agent:force
need     patient:place|ground|line at:place|ground in:place|ground on:place
not      agent:civ
actor    agent:force
place    patient:place|ground at:place|ground in:place on:place
yes      Iraqi troops entered the outskirts of Mosul on Tuesday. | place=Mosul
no       Tourists entered the museum.

pattern  advance.breach
type     control.advance
verb     break breach pierce penetrate smash punch crack burst break~through rupture
need     patient:line through:line into:line
actor    agent:force|party
place    in:place at:place near:place
yes      Troops broke through the front line near Kherson. | place=Kherson
no       Thieves broke into the shop.

pattern  advance.collapse
type     control.advance
verb     collapse crumble buckle break
need     subj:line
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
count    measure:length patient:length
yes      The brigade pushed more than 12 km into the hills in a day. | actor=brigade count=12
no       The team pushed hard in the race.

pattern  advance.noun
type     control.advance
noun     advance gain breakthrough push thrust progress inroad sweep drive
need     agent:force|party poss:force|party mod:party of:force|party by:force|party light in:place
not      of:money head.head=share|stock|index|price agent=share|stock|index|currency|price|dollar in=election|poll|vote|talk
actor    agent:force|party by:force|party of:force|party poss:force|party mod:party
place    toward:place towards:place on:place into:place in:place to:place along:place near:place
count    of:length measure:length
yes      Government forces made gains in the suburbs of Aleppo. | actor=forces place=Aleppo
no       The shares made gains in London.

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
need     agent:force
actor    agent:force
place    in:place at:place along:place of:place
yes      Two army columns linked up south of Mosul. | place=Mosul
no       The two websites link up readers.
