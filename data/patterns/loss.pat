# Losses: loss.*

pattern  killed.among.lost
type     loss.killed
verb     kill
need     head=lose
need     beside:number
actor    -
target   head.subj:party|force
count    beside:number
yes      The militia has lost some 4,000 killed and wounded since May. | target=militia
no       The militia has killed some 4,000 since May.

pattern  killed.verb
type     loss.killed
verb     kill slay gun~down slaughter massacre behead decapitate execute murder assassinate lynch martyr mow~down electrocute hang
need     patient:people|force|civ|number|party|name beside:number patient=he|she|we|they|both|everyone|everybody|third|fourth|another|one|old
not      head=that
not      patient:event|gun|air
not      patient=time|body|corpse|remains|idea|proposal|cow|cattle|sheep|goat|pig|hog|horse|camel|donkey|chicken|poultry|livestock|dog|elephant|animal|bird|fish|bill|deal agent=flood|storm|earthquake|cyclone|hurricane|disease|cholera|virus|crash|avalanche|landslide
not      patient.mod.adv=how
actor    agent:party in:event after:event from:event by:event during:event
target   beside:number patient:people|force|civ|party|number patient=old
place    in:place at:place near:place on:place
count    beside:number patient:number|people
yes      Shelling killed at least seven civilians in Sake. | target=civilians count=7
yes      Four soldiers were killed near the town of Sake. | count=4
yes      Two nurses were among nine people killed near the town of Sake. | count=9 target=people
yes      Two guards were decapitated near the town of Sake. | count=2
yes      An attack in Sake killed a 72-year-old, an official said.
yes      A third was killed in the town of Sake. | place=Sake
yes      Another one was killed in the town of Sake. | place=Sake
yes      A car bomb in Mogadishu killed 11 and wounded 20 others on Saturday. | count=11
no       The vote killed the bill.
no       It was not known how many civilians had been killed.

pattern  killed.fatally
type     loss.killed
verb     wound injure shoot
need     adv=fatally|mortally
need     patient:people|force|civ|number|party patient=he|she
actor    agent:party in:event after:event from:event by:event
target   patient:people|force|civ|party
place    in:place at:place near:place
count    adv.beside:number patient:number
yes      Two farmers were shot near the town of Beryslav, one of them fatally. | count=1
yes      A resident was fatally wounded in the town of Beryslav. | target=resident place=Beryslav
yes      A farmer was fatally shot in the town of Beryslav. | target=farmer place=Beryslav
no       A resident was slightly wounded in the town of Beryslav.

pattern  killed.die
type     loss.killed
verb     die perish succumb pass~away
need     agent:people|force|civ|number beside:number agent=he|she
not      of.mod=heart|natural of=stroke|overdose|cause|cancer|age|hunger|malnutrition|starvation|disease|cholera|illness|malaria|thirst|measles|covid-19 from=cancer|cholera|disease|illness|malaria in=flood|earthquake|crash|storm agent.mod=hard
actor    -
target   agent:people|force|civ|number beside:number
place    in:place at:place near:place
count    agent:number beside:number
yes      Nine people died in the strike on Sake. | count=9
yes      Nine rebels and 12 soldiers died in the clashes. | count=9 target=rebels
no       Nine people died of malaria.

pattern  killed.life
type     loss.killed
noun     life
need     head=claim|cost|take head.head=claim|cost
need     of:people|force|civ|number self:number head:number poss:people|force|civ
actor    head.agent:party head.subj:party
target   of:people|force|civ poss:people|force|civ
place    head.in:place in:place
count    of:number self:number head:number
yes      The blast claimed the lives of three children. | count=3
yes      The fighting has claimed more than 3,000 lives. | count=3000
yes      The revolt has claimed thousands of military and civilian lives. | count=2000
no       The trip claimed most of his savings.

pattern  killed.claimed
type     loss.killed
verb     claim
need     agent=attack|war|insurgency|violence|fighting|conflict|blast|bombing|explosion|raid|strike|airstrike|shelling|uprising|rebellion|offensive|battle|clash|campaign|ambush|unrest|mine|bomb
need     patient:force|civ|people
need     patient:number
not      patient=life
actor    agent.poss:party agent.mod:party agent.by:party
target   patient:force|civ|people
place    in:place at:place near:place
count    patient:number
yes      The insurgency has claimed 49 policemen since May. | count=49 target=policemen
no       The spokesman claimed 49 dead policemen.

pattern  killed.lost
type     loss.killed
noun     life
need     head=lose
need     head.subj:people|force|civ|number self:number
actor    -
target   head.subj:people|force|civ|number
place    head.in:place
count    head.subj:number self:number
yes      Seven peacekeepers lost their lives in the ambush. | count=7 target=peacekeepers
no       The story lost its life in the retelling.

pattern  killed.price
type     loss.killed
verb     pay make
need     patient=price|sacrifice
need     patient.mod=supreme|ultimate
need     agent:people|force|number
actor    -
target   agent:people|force
place    in:place at:place near:place
count    agent:number
yes      Five soldiers paid the supreme price near Gao. | count=5 target=soldiers
no       The country paid the price for its mistakes.

pattern  killed.hell
type     loss.killed
verb     send dispatch
need     to=hell
need     patient:force|people|number
actor    agent:party|force
target   patient:force|people|number
place    in:place at:place near:place
count    patient:number
why      how the bulletins of some armies have it
yes      Three militants were sent to hell in the district of Tank. | count=3
no       Three militants were sent to court in the district of Tank.

pattern  killed.martyrdom
type     loss.killed
verb     embrace attain achieve
need     obj=martyrdom|shahadat
actor    -
target   agent:force|people
place    in:place at:place near:place
count    agent:number
yes      Four soldiers embraced martyrdom near Gao. | count=4
no       Four soldiers embraced their mothers near Gao.

pattern  killed.suffered
type     loss.killed
adj      dead
noun     dead
need     head=suffer|sustain|lose|take|bear
need     beside:number self:number
actor    -
target   head.agent:party|force|people
count    beside:number self:number
yes      The brigade suffered 40 dead in the attack on Gao. | count=40 target=brigade
no       The brigade counted its dead.

pattern  killed.left
type     loss.killed
adj      dead
need     head=leave|shoot head:people|force|civ subj:people|force|civ|number beside:number
not      head=suffer|sustain|lose|take|bear head=sea|end|zone|letter
actor    head.agent:party
target   head.patient:people|force|civ|number beside:number head:people|force|civ subj:people|force|civ|number
place    in:place head.in:place
count    beside:number head.patient:number head:number subj:number
yes      The bomb left nine people dead in Baghdad. | count=9
yes      The bomb left nine people including two soldiers dead in Baghdad. | count=9
yes      Casualties: 12 dead, 30 injured. | count=12
yes      He was shot dead by a sniper in Homs.
no       The phone line went dead.

pattern  killed.among
type     loss.killed
verb     kill
need     head=that
need     head.case=among
need     head.subj:people|force|civ|number|party head.head:people|civ|force
actor    agent:party
target   head.subj:people|force|civ|party head.head:people|civ|force
place    head.in:place in:place
count    head.subj:number head.head:number
yes      Among those killed were two nurses and a guard. | target=nurses
yes      Two nurses were among those killed in Nikopol. | count=2 target=nurses
yes      Two nurses were among those killed by rebels in Nikopol. | count=2 target=nurses actor=rebels
no       Two nurses were among those applauded in Nikopol.

pattern  killed.to.death
type     loss.killed
verb     hack stab beat burn club bludgeon stone starve torture shoot burn crush trample
need     to=death patient.to=death
need     patient:people|force|civ|number
actor    agent:party|force
target   patient:people|force|civ|number
place    in:place at:place near:place
count    patient:number
yes      Raiders hacked 15 villagers to death near Beni.
no       She was bored to death.

pattern  killed.noun
type     loss.killed
noun     killing death fatality martyrdom assassination homicide
need     of:people|force|civ|number poss:people|force mod:civ self:number among:people
not      mod=natural|untimely mod=old of=king|queen|actor|singer|author head=anniversary|mourn|commemorate|raise|push
actor    agent:party by:party
target   of:people|force|civ among:people|civ|force poss:people|force mod:civ
place    in:place at:place near:place
count    of:number self:number
yes      The killing of four teachers in Borno was condemned. | count=4
no       The death of the old king was announced.

pattern  killed.toll
type     loss.killed
noun     toll
need     mod=death|fatality head=rise|climb|reach|stand|pass|exceed|soar|jump|mount|put|place|bring|surpass|hit head.to:number
not      mod=injury|road|bridge|heavy det=no
actor    -
target   mod:civ among:people|civ|force of:people
place    in:place from:place of:place
count    self:number head:number head.at:number head.to:number at:number to:number of:number head.obj:number head.as:number head.comp.at:number
yes      The death toll in Sake rose to 14 on Friday. | count=14
yes      The ministry put the death toll at 57. | count=57
yes      A monitor put the death toll at as high as 4,000. | count=4000
no       The toll on the motorway was 14 dollars.
no       The spokesman gave no death toll.

pattern  killed.included
type     loss.killed
verb     include comprise
need     subj=dead|victim|fatality|slain subj.comp=kill|die|slay
need     patient:number|name|party
need     patient:people|force|civ|name|party
not      subj=survivor|wounded
actor    -
target   beside:number patient:people|force|civ|name|party
place    in:place subj.in:place subj.comp.in:place
count    beside:number patient:number|people
yes      The dead included 342 soldiers. | count=342 target=soldiers
yes      Those killed in Sake included nine civilians. | count=9 target=civilians
yes      Those killed included Paul Okello, the commander of the guards. | target=Okello
no       The choir included nine soldiers.

pattern  killed.number
type     loss.killed
noun     number tally
need     of.comp=kill|die head.comp=kill|die of=death|fatality|dead|victim of.mod=dead
need     head=rise|climb|reach|stand|bring|put|pass|exceed|take|raise|push
not      of=car
actor    -
target   of:force|civ|people
count    head.to:number head.at:number to:number at:number of.comp.to:number of.comp.comp.to:number head.comp.to:number head.obj:number
yes      The blast brought the number of soldiers killed in the war to 190. | count=190 target=soldiers
yes      The toll of attacks rose to 253, raising the number of people killed to 171. | count=171 target=people
no       The number of soldiers who enlisted rose to 19.

pattern  killed.number.was
type     loss.killed
noun     number tally
need     of.comp=kill|die of=death|fatality|dead|victim of.mod=dead
need     head:number
not      of=car
actor    -
target   of:force|civ|people
count    head:number
yes      The number of civilians killed was 564. | count=564 target=civilians
no       The number of the bus was 564.

pattern  killed.body
type     loss.killed
noun     body corpse
need     of:people|force|civ self:number head=find|recover|lie|see|strew|pull|scatter|discover|retrieve|litter|bury|dump|exhume|bring|unearth
not      mod=governing|parliamentary|international|professional|student
actor    -
target   of:people|force|civ
place    in:place at:place near:place head.in:place
count    of:number self:number
yes      The bodies of six soldiers were found near Sake. | count=6
yes      Medics said 25 bodies had been brought to the hospital. | count=25
no       The governing body of the club met.

pattern  wounded.lost
type     loss.wounded
verb     wound injure
need     head=lose head.head=lose
need     beside:number head=kill
actor    -
target   head.subj:party|force head.head.subj:party|force
count    beside:number head.beside:number
yes      The militia has lost some 4,000 killed and wounded since May. | target=militia
no       The militia has wounded some 4,000 since May.

pattern  wounded.among
type     loss.wounded
verb     wound injure hurt
adj      wounded injured
noun     wounded injured
need     case=among
need     head=be head.head=be head:people|force|civ
need     head.subj:people|force|civ|number head:people|force|civ
actor    -
target   head.subj:people|force|civ head:people|force|civ
place    head.in:place in:place
count    head.subj:number head:number
yes      There were at least four children among the injured. | count=4 target=children
yes      Among the wounded were two nurses and a guard. | target=nurses
no       There were four bands among the invited.

pattern  wounded.verb
type     loss.wounded
verb     wound injure hurt maim
not      adv=fatally|mortally
need     patient:people|force|civ|number|party beside:number patient=he|she|we|many|several|other|more|another|third|fourth|old
not      agent=flood|storm|earthquake|cyclone|hurricane|crash
not      patient.mod.adv=how
actor    agent:party in:event after:event from:event by:event during:event
target   beside:number patient:people|force|civ|number|party
place    in:place at:place near:place
count    beside:number patient:number|people
yes      The blast injured 12 passengers in Goma. | count=12
yes      The attack, which killed 12 and injured 30, was claimed by IS. | count=30
yes      Shelling killed two people and wounded many more in Goma. | place=Goma
no       The remark wounded his pride.

pattern  wounded.treated
type     loss.wounded
verb     treat hospitalise hospitalize
need     patient:number
need     for=injury|wound|burn|shrapnel|trauma of=injury|wound in:event after:event self=hospitalise|hospitalize
not      agent=dog for=covid|cholera|malaria|fever|flu|dehydration with=covid|cholera|malaria|symptom|fever|flu|diarrhoea|poisoning|measles after=fall|surgery
actor    -
target   patient:people|civ|force
place    in:place at:place
count    patient:number
yes      The mayor of Gao said 103 people were being treated for injuries. | count=103
yes      In Gao 12 people were hospitalized after the attack. | count=12 place=Gao
no       In Gao 103 people were being treated for cholera.
no       In Gao 103 people were hospitalized with measles.

pattern  wounded.limb
type     loss.wounded
verb     lose
need     patient=leg|arm|foot|hand|limb|eye|eyesight|sight patient.of=leg|arm|foot|hand|limb|eye
need     agent:people|force|civ|number
not      adv=sight
actor    -
target   agent:people|force|civ
place    in:place at:place near:place
count    agent:number
yes      Two boys lost their legs in Gao. | count=2 place=Gao
no       Two boys lost their dog in Gao.

pattern  wounded.sustain
type     loss.wounded
verb     sustain suffer receive
need     patient=injury|wound|burn|fracture|concussion|laceration from=injury|wound|burn|fracture
need     agent:people|force|civ|number|party agent=he|she|who|many|several|other
not      patient.mod=internal from=war agent=player|striker|driver|cyclist|worker
actor    -
target   agent:people|force|civ|party
place    in:place at:place near:place
count    agent:number
yes      Four residents sustained shrapnel wounds in Nikopol. | count=4 target=residents place=Nikopol
yes      Isa said that 53 persons sustained injuries in Bama. | count=53
no       The striker sustained a knee injury in Bama.

pattern  wounded.have
type     loss.wounded
noun     injury wound burn
need     head=have
need     head.agent:number
not      mod=knee|hamstring
actor    -
target   head.agent:people|force|civ
place    head.in:place head.agent.of:place head.agent.in:place
count    head.agent:number
yes      Seventeen residents have injuries. | count=17 target=residents
no       The residents have injuries to think of.

pattern  wounded.condition
type     loss.wounded
noun     condition
need     mod=critical|serious|grave
need     case=in
need     subj:number
not      of:place mod=working|living
actor    -
target   subj:people|civ|force
place    in:place
count    subj:number
yes      Eight passengers were in critical condition. | count=8
no       The bridge was in critical condition.

pattern  wounded.surgery
type     loss.wounded
verb     require undergo need receive
need     patient=surgery|hospitalisation|hospitalization|amputation|stitch
need     agent:civ|people|force|number agent=he|she
not      agent=million|refugee|household|population|player|striker patient.mod=plastic|cosmetic|heart|knee|hip
actor    -
target   agent:civ|people|force
place    in:place at:place
count    agent:number
yes      Eight guards required surgery after the raid. | count=8
no       The striker required surgery.

pattern  wounded.help
type     loss.wounded
verb     seek need require receive
need     patient=help|care|attention|assistance|treatment|aid
need     patient.mod=medical
need     agent:civ|people|force|number
not      agent=patient|woman in=hospital
not      agent=million|refugee|household|population
actor    -
target   agent:civ|people|force
place    in:place
count    agent:number
yes      Seven people sought medical help in Kherson. | count=7 place=Kherson
no       Millions of refugees need medical care in Chad.
no       Seven people sought legal help in Kherson.

pattern  wounded.noun
type     loss.wounded
noun     wounded injured injury wounding
need     self:number of:people|force|civ mod:number beside:number on:people|force|civ head.on:people|force|civ head.to:people|force|civ among:people|force|civ head.among:people|force|civ
need     head=inflict|cause|do|death of:people|force|civ self:number mod:number beside:number among:people|force|civ
actor    head.agent:party
target   beside:number of:people|force|civ on:people|force|civ head.on:people|force|civ head.to:people|force|civ among:people|force|civ head.among:people|force|civ
place    in:place at:place near:place
count    beside:number self:number of:number on:number head.on:number head.to:number
yes      The wounding of two nurses near Sake was confirmed. | count=2
yes      The mine inflicted injuries on four soldiers. | count=4 target=soldiers
yes      The shelling resulted in deaths and injuries among the civilian population. | target=population
no       The injury kept the striker out.

pattern  wounded.number.was
type     loss.wounded
noun     number tally
need     of.comp=wound|injure|hurt of=wounded|injured of.mod=wounded|injured
need     head:number
actor    -
target   of:force|civ|people
count    head:number
yes      The number of civilians injured was 564. | count=564 target=civilians
no       The number of the bus was 564.

pattern  wounded.number
type     loss.wounded
noun     number tally
need     of.comp=wound|injure|hurt of=wounded|injured of.mod=wounded|injured
need     head=rise|climb|reach|stand|bring|put|pass|exceed|take
actor    -
target   of:force|civ|people
count    head.to:number head.at:number to:number at:number of.at:number head.obj:number
yes      Officials put the number of wounded at 120. | count=120
yes      The number of soldiers wounded in the raid rose to 14. | count=14 target=soldiers
no       The number of people who enlisted rose to 19.

pattern  wounded.adj
type     loss.wounded
adj      wounded injured wounding injuring
need     self:number head:people|force|civ subj:people|force|civ beside:number
not      mod=numerous|many|several head=see|witness|visit
not      head.case=for head=veteran|pride|number|tally head.det=no
actor    -
target   beside:number head:people|force|civ subj:people|force|civ among:people|force|civ
place    in:place
count    at:number beside:number self:number head:number subj:number
yes      The clashes left 30 wounded in Sake. | count=30
no       A wounded bird was found in Sake.
no       There are no wounded soldiers in Sake.

pattern  wounded.left
type     loss.wounded
adj      wounded injured maimed disabled
need     head=leave
need     head.patient:people|force|civ|number
not      head.patient=number
actor    head.agent:party
target   head.patient:people|force|civ
place    in:place head.in:place
count    beside:number head.patient:number
yes      Hundreds have been left wounded in the town of Sake, Amnesty said. | count=200 place=Sake
no       Hundreds have been left hungry in the town of Sake, Amnesty said.

pattern  captured.verb
type     loss.captured
verb     capture imprison nab detain apprehend
need     patient:force|people
not      head.head=execution|killing|murder|torture|shooting|release|free|repatriate|exchange|swap|return
not      patient=none|nobody|command|headquarters|headquarter|hq
not      patient:civ patient:place|ground patient:equip patient.mod:civ patient=activist|journalist|politician|lawmaker|protester|suspect|president|minister|premier|mayor|governor|leader|kingpin|boss|baron agent=police
actor    agent:party
target   patient:force|people
place    in:place at:place near:place
count    patient:number
yes      The army captured 20 rebels near Gao. | target=rebels count=20
no       The painter captured the light.
no       Forty captured soldiers were released in Gao.
no       Rebels captured the headquarters of the 6th Infantry Division near Gao.

pattern  captured.capture
type     loss.captured
noun     capture
need     of:force
not      of:place|ground|equip of=headquarters|headquarter|base|post|position|camp
actor    by:force|party poss:force|party
target   of:force
place    in:place at:place near:place
count    of:number
yes      The talks followed the capture of three Kenyan soldiers by the rebels near Afmadow. | count=3 target=soldiers actor=rebels
no       The talks followed the capture of the town of Afmadow by the rebels.

pattern  captured.more
type     loss.captured
verb     capture detain
need     patient:number beside:number
need     head=kill|wound|injure|die|neutralise|neutralize
not      patient:place|ground|equip|civ
actor    agent:party
target   patient:force|people
place    in:place at:place near:place
count    patient:number beside:number
yes      Nine soldiers were killed and four were captured near Gao. | count=4
no       The film was shot and four were shown near Gao.

pattern  captured.arrest
type     loss.captured
verb     arrest detain apprehend round~up
need     patient:force
need     agent:party|force
not      patient=soldier|officer|general|colonel|policeman|serviceman|commander|guard|official for:crime|event|money over=murder|corruption|killing|coup patient:civ patient=man|woman|people|boy
actor    agent:party|force
target   patient:force
place    in:place at:place near:place
count    patient:number
yes      Police arrested two militants in Bannu. | target=militants count=2 place=Bannu
no       Police arrested two drivers in Bannu.
no       The authorities arrested two officers over the killing of a boy.

pattern  captured.hold
type     loss.captured
verb     hold
need     patient:force
need     agent:party|force
not      patient:civ in=reserve|line|check|position adv=back|off|up comp patient=exercise|drill|parade|crew
not      head=retreat|withdraw|flee|enter|leave|advance|reach
actor    agent:party|force
target   patient:force
place    in:place at:place near:place
count    patient:number
yes      A video shows soldiers held by the rebels in Kidal. | target=soldiers actor=rebels
no       The general held his troops in reserve.
no       The soldiers withdrew from Kidal, held by the rebels.

pattern  captured.prisoner
type     loss.captured
verb     take hold
need     obj=prisoner|captive|pow comp=prisoner|captive patient=prisoner comp=hostage obj=hostage
need     patient:force|number|party patient=prisoner obj=prisoner|captive|pow comp=prisoner|captive
not      patient:civ
actor    agent:party
target   patient:force|people|party
place    in:place at:place near:place
count    patient:number
yes      Forty soldiers were taken prisoner near Gao. | count=40
yes      Forty soldiers were taken hostage near Gao. | count=40
no       Forty pupils were taken hostage near Gao.
no       He took the train.

pattern  captured.surrender
type     loss.captured
verb     surrender give~up yield
need     agent:force subj:force along:force with:force
not      patient:place|ground patient=gain|territory|land|post|position
actor    to:party
target   agent:force subj:force along:force with:force
place    in:place at:place near:place
count    agent:number subj:number along:number with:number
yes      Two rebels yielded to the troops near Candoni. | count=2
yes      More than 300 fighters surrendered to the army in Marib. | count=300
yes      Forty soldiers surrendered and handed their rifles to the peacekeepers. | count=40
no       The dog surrendered the ball.

pattern  captured.arms
type     loss.captured
verb     lay lay~down drop
need     obj=arm|weapon|rifle down=arm|weapon|rifle
need     agent:force|number subj:force
actor    -
target   agent:force subj:force
place    in:place at:place near:place
count    agent:number subj:number
yes      Some 300 fighters laid down their arms in Marib. | count=270
no       The customer laid down her coat.

pattern  captured.noun
type     loss.captured
noun     prisoner pow
need     self:number
not      head=kill|murder|execute|die|wound|injure|torture head.head=kill|murder|execute|die
not      for=prisoner|pow head=exchange|swap|free|release|return|jail|transfer case=for
actor    -
target   self
count    self:number
yes      The video shows eight Russian prisoners near Lyman. | target=Russian count=8
no       The prisoner wrote to his lawyer.
no       The group freed 40 hostages in exchange for 300 prisoners.

pattern  casualties.exceed
type     loss.casualties
noun     casualty loss
need     head=exceed|reach|total|top|surpass|approach|number|amount|come|raise|bring
need     head.obj:number head.to:number head.at:number
not      head.obj:money mod=financial|economic|hearing|weight|job|crop|net|company|trading
actor    -
target   mod:civ|people|party poss:party|force among:people|civ|force of:people|force
count    head.obj:number head.to:number head.at:number
yes      Rebel losses in the past week exceeded 500 men, the ministry said. | count=500
yes      The deaths raised the army's losses in the battle to 399. | count=399
no       Company losses exceeded 500 million dollars.

pattern  casualties.climb
type     loss.casualties
noun     casualty victim
need     case=of
need     head=rise|increase|climb|grow|jump|go~up
need     head.to:number head.at:number
actor    -
target   mod:civ|people|party among:people|civ|force
place    in:place at:place near:place head.in:place
count    head.to:number head.at:number
yes      The number of casualties in Kharkiv has increased to 17. | count=17 place=Kharkiv
no       The number of casualties in Kharkiv has increased since May.

pattern  casualties.inflict
type     loss.casualties
verb     inflict deal
need     patient=casualty|loss|attrition
need     on:party|force upon:party|force to:party|force patient.on:party|force patient.upon:party|force patient.to:party|force patient.among:party|force patient.mod:party|force agent:force|event|gun|air
not      patient.mod=civilian|financial|economic patient.of=life
actor    agent:party|force
target   on:party|force upon:party|force to:party|force patient.on:party|force patient.upon:party|force patient.to:party|force patient.among:party|force patient.mod:party|force
count    patient:number
yes      Rebel gunners inflicted heavy losses on the brigade near Bria. | actor=gunners target=brigade place=Bria
no       The frost inflicted heavy losses on the vineyards near Bria.

pattern  casualties.caused
type     loss.casualties
noun     casualty
need     head=cause|produce
need     head.agent:force|party
not      det=no head.agent:civ mod:civ
actor    head.agent:party|force
target   among:people|civ|force to:force|party of:people|force
place    in:place at:place near:place
count    self:number of:number
yes      Warplanes struck the rebels near Bakhmut, causing heavy casualties. | actor=Warplanes
no       Warplanes struck the rebels near Bakhmut, causing no casualties.

pattern  casualties.noun
type     loss.casualties
noun     casualty loss attrition
need     light agent:party|force patient:party|force subj:party|force poss:party mod:party|civ|people self:number among:people|civ|force of:people|force
not      head=inflict|deal|word|detail|breakdown|mention head.adv=usually|generally|regularly|routinely|rarely|seldom|typically|normally
not      det=no case=without of:equip|money agent=company|firm|bank|airline|investor|industry|retailer|insurer|maker|market|trader|business|team|club subj=company|firm|bank|airline|market mod=financial|economic|hearing|weight|job|crop|net of=life
actor    -
target   poss:party|force mod:civ among:people|civ|force light.agent:force mod:force of:people|force mod:people|party subj:party|force patient:party|force comp.agent:party|force on:party
place    in:place at:place near:place
count    self:number of:number head.at:number
yes      The ministry put the enemy's losses at 1,200. | count=1200
yes      The rebels put their losses at 12. | target=rebels count=12
yes      The brigade suffered heavy losses near Bakhmut. | target=brigade
yes      The army bombed the town of Sake, causing civilian casualties. | target=civilian
no       There was no word on rebel casualties near Bakhmut.
no       The army does not usually report casualties.
no       The army made no mention of its own casualties.
no       The airline reported losses of a million dollars.

pattern  casualties.admit
type     loss.casualties
noun     casualty loss
need     head=acknowledge|admit|concede|confirm|report|deny|announce|claim
need     mod=heavy|significant|serious|major|severe|substantial|grave|painful|light|minor|unspecified head.obj.poss:party
need     head.agent:party|force|place head.of:party|force
not      mod=financial|economic|hearing|weight|job|crop|net|civilian|quarterly|annual of:money of=life mod:civ
not      head.agent=company|firm|bank|airline|investor|industry|retailer|insurer|maker|market|trader|business|team|club
actor    -
target   poss:party|force head.agent:party|force
place    in:place at:place near:place head.near:place head.in:place
yes      The army acknowledged significant losses near Bria. | target=army place=Bria
no       The bank acknowledged significant losses in May.

pattern  casualties.lose
type     loss.casualties
verb     lose
need     patient:force|people
not      patient:equip patient:place patient=life|control|contact|leg|arm|foot|hand|limb|eye|sight|home|job|brother|sister|mother|father|son|daughter|wife|husband patient.of=leg|arm|foot|hand|limb|eye
actor    -
target   agent:party|force patient:party
place    in:place at:place near:place
count    patient:number
yes      The army lost 300 soldiers in the battle. | count=300
no       The team lost three players to injury.

pattern  equipment.ablaze
type     loss.equipment
disposition destroyed
verb     set
need     comp=ablaze|alight|afire on=fire
need     patient:equip
not      patient:site|home
actor    agent:party|force
target   patient:equip
place    in:place near:place at:place
count    patient:number
yes      Four lorries were set ablaze near Gao. | count=4
no       Four candles were set ablaze near Gao.

pattern  casualties.destroy
type     loss.casualties
verb     destroy
need     patient=personnel|serviceman|soldier|troop|troops|fighter|militant|terrorist|insurgent|occupier|invader|rebel
need     patient:number
not      agent:civ
actor    agent:party
target   patient:force|people
place    in:place at:place near:place
count    patient:number
yes      The army destroyed 280 personnel near Sudzha. | count=280
no       The army destroyed 280 letters of personnel near Sudzha.

pattern  killed.eliminate
type     loss.killed
verb     eliminate liquidate
need     patient:people
not      patient:number patient:force|civ agent=club|team|player|champion|party patient=player|champion|candidate|contestant
actor    agent:party
target   patient:people
place    in:place at:place near:place
yes      The army eliminated Ramzi Nasser, a commander of Hamas, in Gaza. | place=Gaza
no       The club eliminated the champion in Gaza.

pattern  casualties.eliminate
type     loss.casualties
verb     eliminate neutralise neutralize liquidate decimate
need     patient:force|number self=neutralise|neutralize
need     patient:force|people|number
not      patient:air|gun|equip|bomb patient.of:air|gun|equip|bomb
actor    agent:party
target   patient:force|people|number
place    in:place at:place near:place
count    patient:number
yes      The army said it had neutralised 20 militants in Sinai. | count=20
no       The club was eliminated in the first round.

pattern  casualties.number
type     loss.casualties
noun     number tally
need     of.comp=neutralise|neutralize|eliminate|liquidate
need     head=rise|climb|reach|stand|bring|put|pass|exceed
actor    -
target   of:force|people
count    head.to:number head.at:number to:number at:number head.obj:number
yes      The number of militants neutralised since May has reached 612. | count=612 target=militants
no       The number of risks neutralised has grown.

pattern  casualties.ineffective
type     loss.casualties
adj      ineffective
need     mod=combat adv=combat head=combat head.comp=combat
actor    -
target   subj:force|party head.subj:force|party head.patient:force|party
count    subj:number
yes      A third of the brigade is combat ineffective.
no       The medicine was ineffective.

# Weapons and vehicles

pattern  equipment.destroyed
type     loss.equipment
disposition destroyed
verb     destroy down shoot~down bring~down sink sink~off burn~out knock~out blow~up burn take~out disable wreck eliminate obliterate neutralise neutralize
need     patient:equip
not      agent=storm|earthquake|flood agent=car|truck|lorry|van|vehicle|minibus|motorcycle
actor    agent:party
target   patient:equip
place    in:place at:place near:place over:place off:place
count    patient:number
yes      The rebels sank a tanker off Yemen on Monday. | place=Yemen
yes      Sea drones sank a patrol ship off occupied Crimea. | target=ship
yes      Ukrainian drones destroyed three tanks near Avdiivka. | count=3
no       Thieves destroyed the documents.

pattern  equipment.intercepted
type     loss.equipment
disposition destroyed
verb     intercept
need     patient:equip|number
need     patient=missile|rocket|drone|uav|uavs|projectile|shell|munition|bomb|balloon|aircraft|plane|jet|warplane|helicopter|quadcopter|gunship|target|threat|launch|projectiles|vehicle|shahed patient:air|gun
not      patient=bus|car|truck|lorry|van|minibus|motorcycle|convoy|boat|ship|vessel|tanker|train|taxi patient.mod=armored|armoured|civilian
actor    agent:party
target   patient:equip
place    in:place at:place near:place over:place off:place
count    patient:number
yes      Air defences intercepted two missiles over Odesa. | place=Odesa count=2
yes      Five drones were intercepted over Belgorod on Monday. | count=5
no       Gunmen intercepted a bus near Kidal.
why      Who intercepts a bus or a boat stops it.

pattern  equipment.sank
type     loss.equipment
disposition destroyed
verb     sink capsize
need     subj=ship|vessel|tanker|carrier|freighter|frigate|destroyer|corvette|boat|warship|cruiser|submarine agent=ship|vessel|tanker|carrier|freighter|frigate|destroyer|corvette|boat|warship|cruiser|submarine
not      obj in=storm
actor    -
target   agent subj
place    in:place off:place near:place at:place
count    subj:number
yes      The frigate sank near Port Sudan. | place="Port Sudan"
no       The boat sank in a storm near Port Sudan.

pattern  equipment.sank.off
type     loss.equipment
disposition destroyed
verb     sink~off capsize~off
need     subj=ship|vessel|tanker|carrier|freighter|frigate|destroyer|corvette|boat|warship|cruiser|submarine agent=ship|vessel|tanker|carrier|freighter|frigate|destroyer|corvette|boat|warship|cruiser|submarine
need     patient:place|ground
actor    -
target   agent subj
place    patient:place
count    subj:number
why      "sank off X": the net makes the preposition a particle
yes      The frigate sank off Yemen after an attack. | place=Yemen target=frigate
no       The divers sank off Yemen.

pattern  equipment.shot
type     loss.equipment
disposition destroyed
verb     shoot~down
need     patient=it
actor    agent:party|force
place    in:place near:place over:place
yes      Rebels shot it down near Gao. | actor=Rebels place=Gao
no       The proposal was weak and the committee turned it down.

pattern  equipment.damaged
type     loss.equipment
disposition damaged
verb     damage hit disable
need     patient:equip
not      agent:civ
actor    agent:party
target   patient:equip
place    in:place at:place near:place
count    patient:number
yes      The attack damaged two helicopters at the base near Gao. | count=2
no       The storm damaged the roof.

pattern  equipment.abandoned.crew
type     loss.equipment
disposition abandoned
verb     abandon leave~behind leave
need     agent=crew|sailor|captain|pilot|driver|gunner|crewman
need     patient:equip subj:equip head.subj:equip
not      patient:place
actor    -
target   patient:equip subj:equip head.subj:equip
place    in:place at:place near:place off:place
count    patient:number
yes      The freighter was abandoned by its crew near Aden. | target=freighter place=Aden
yes      The tank was burning and was abandoned by the crew. | target=tank
no       The crew abandoned the search near Aden.

pattern  equipment.abandoned
type     loss.equipment
disposition abandoned
verb     abandon leave~behind leave dump
need     patient:equip|supply behind:equip|supply
not      patient:place patient:civ patient:people
actor    -
target   agent:party|force patient:equip behind:equip
place    in:place at:place near:place
count    patient:number
yes      Fleeing soldiers abandoned tanks and ammunition in Ramadi. | place=Ramadi
no       She left the house.

pattern  equipment.captured
type     loss.equipment
disposition captured
verb     capture seize confiscate take recover
need     patient:equip
not      patient.poss=their|its|his|our
not      adv=up patient=arm|car|truck|bus agent=diver|police
actor    agent:party
target   patient:equip
place    in:place at:place near:place
count    patient:number
yes      The rebels captured four armoured vehicles in Bria. | count=4
no       The rebels captured the town of Bria.
no       The soldiers took their rifles before they left Bria.

pattern  equipment.captured.arms
type     loss.equipment
disposition captured
verb     capture seize recover
need     patient=weapon|weaponry|ammunition|arm|munition|armour|armor patient.of=weapon|weaponry|ammunition|munition|arm
need     agent:force|party agent=they
not      patient.poss=their|its|his|our agent=police|diver agent:civ
not      patient=control|call
actor    agent:force|party
target   patient
place    in:place at:place near:place
yes      The rebels seized a large cache of weapons and ammunition near Bria. | actor=rebels place=Bria
no       The rebels seized a large quantity of maize near Bria.

pattern  equipment.captured.hijack
type     loss.equipment
disposition captured
verb     hijack commandeer
need     patient:equip
actor    agent:party agent:force
target   patient:equip
place    in:place at:place near:place off:place
count    patient:number
yes      Gunmen hijacked two tankers near Mogadishu. | actor=Gunmen count=2
no       Gunmen hijacked the debate in Somalia.

pattern  equipment.captured.vehicle
type     loss.equipment
disposition captured
verb     capture seize take
need     patient=truck|car|pick-up|pickup|vehicle|bus
need     patient:number
need     agent:force
not      adv=up|in|to|back agent=diver|police|officer|thief|robber from:civ into=custody|shelter
actor    agent:force
target   patient:equip
place    in:place at:place near:place from:place
count    patient:number
yes      The rebels captured 12 trucks and four tanks near Bria. | count=12 actor=rebels
no       The robbers seized 12 trucks near Bria.

pattern  equipment.exceed
type     loss.equipment
disposition destroyed
noun     casualty loss
need     head=exceed|reach|total|amount|come|include|comprise
need     head.obj:equip head.to:equip
not      mod=financial|economic|insured
actor    -
target   mod:people|party poss:party|force of:party|force
count    head.obj:equip head.to:equip
yes      Rebel losses amounted to three tanks and two howitzers, the army said. | count=3
no       Insured losses came to three trucks and two tractors.

pattern  equipment.lose
type     loss.equipment
disposition destroyed
verb     lose
need     patient:equip
not      patient=arm patient.mod=left|right
actor    -
target   agent:party|force
place    in:place at:place near:place
count    patient:equip
yes      The army lost 15 tanks in the battle. | count=15
no       The driver lost his licence.
no       The soldier lost an arm in the blast.

pattern  equipment.loss
type     loss.equipment
disposition destroyed
noun     loss destruction
need     of:equip
not      of:site
actor    by:party
target   of:equip poss:party|force agent:party|force
place    in:place near:place
count    of:number
yes      The ministry confirmed the loss of two helicopters near Timbuktu. | count=2
no       The loss of trust was complete.

pattern  equipment.adj
type     loss.equipment
disposition destroyed
adj      destroyed burnt-out burned-out burnt burned wrecked damaged charred abandoned captured
need     head:equip subj:equip
actor    -
target   head:equip subj:equip
place    in:place head.in:place
count    head:number subj:number
yes      The road was lined with charred Russian tanks. | target=Russian
no       He drove a damaged reputation.

pattern  equipment.wreck
type     loss.equipment
disposition destroyed
noun     wreckage wreck debris remains hulk
need     of:equip
actor    -
target   of:equip
place    in:place
yes      Children played on the wreckage of a tank in Izium. | place=Izium
no       The wreckage of her plans was complete.
