# Forces: force.*

pattern  move.transitive
type     force.move
verb     deploy send move transfer redeploy shift bring bring~in dispatch rush relocate airlift reposition rotate mobilise mobilize commit divert fly fly~in ship
need     patient:force|equip in:force
not      to=hell in=war patient:civ patient=letter|number|total|toll|tally|figure|envoy|team|delegation|monitor|observer|message|rescuer|medic|shell to:civ agent:civ to=camp|prison|jail|hospital|death|grave|court|justice|trial adv=together
not      patient.of=fuel|gas|diesel|food|aid|water|oil patient.mod=aid|relief|humanitarian
not      comp=flee|run|scatter|scurry|reel patient.comp=flee|run|scatter|scurry|reel patient=flag|banner
actor    agent:party|force patient:force patient.mod:party patient.poss:party
place    to:place into:place toward:place towards:place from:place in:place near:place along:place
count    patient:number
yes      A battalion of the army was shifted to Sumy. | actor=battalion place=Sumy
yes      Ethiopia sent 3,000 soldiers to Beledweyne in January. | actor=Ethiopia count=3000
no       Ethiopia sent a letter to the envoy.
no       The raid sent the troops fleeing from Beledweyne.
no       The soldiers flew an Ethiopian army flag in Beledweyne.
no       They want the fighters in Beledweyne to be brought to justice.

pattern  move.lure
type     force.move
verb     draw lure entice pull~in suck~in
need     patient:force
need     into:place to:place toward:place towards:place from:place away into=south|north|east|west
not      patient:civ
actor    patient:force
place    into:place to:place toward:place towards:place from:place
count    patient:number
yes      The raid drew Sudanese troops into the hills near El Fasher. | actor="Sudanese troops"
no       The show drew crowds into the hills.

pattern  move.evacuate
type     force.move
verb     evacuate
need     patient:force|equip
need     patient:equip patient.mod=wounded|injured
not      patient:civ
actor    agent:party|force
place    to:place from:place
yes      The army is evacuating its damaged tanks from Bakhmut. | actor=army
no       The mayor evacuated the school.

pattern  move.draw
type     force.move
verb     draw lure pull
need     patient:force
need     into:place to:place toward:place towards:place
not      patient:civ adv=out|back
actor    patient:force
place    into:place to:place toward:place towards:place
count    patient:number
yes      The rebels pulled government troops into the city of Idlib. | place=Idlib
no       The festival drew visitors to Idlib.

pattern  move.intransitive
type     force.move
verb     move roll arrive head march travel drive ride land regroup deploy redeploy pour cross set~out stream parachute disembark
need     subj:force|equip
not      obj:people|equip|party|force obj=cattle|livestock|herd|animal|tactic|strategy|method subj=general|commander|officer|leader|veteran|deserter|aviation|plane|jet|aircraft|warplane|missile|drone subj:civ subj:gun subj=delegation|observer|monitor|bus|ambulance|car in=direction adv=back to=prison|jail|hospital|death|court
not      head=fall|retreat|withdraw|pull within:length to:length
not      subj.mod=aid|relief|humanitarian|food|medical subj.of=aid|food|relief|fuel subj.with=aid|food|relief subj.comp.obj:supply|utility subj.comp.with:supply|utility
actor    subj:force|equip
place    to:place into:place toward:place towards:place in:place at:place from:place through:place
count    subj:number
yes      Dozens of tanks rolled into Goma on Saturday. | place=Goma
yes      Dozens of tanks arrived in Goma from Uganda. | place=Goma
yes      The Ugandan army deployed in Bunia on 18 February. | place=Bunia
no       Tourists rolled into town.
no       Sixty trucks carrying aid crossed into Chad.

pattern  move.enter
type     force.move
verb     enter sail
need     subj:equip
need     patient:place|ground into:place to:place from:place through:place
not      subj:gun subj=car|bus|truck|ambulance|plane|jet
actor    subj:equip
place    patient:place into:place to:place from:place through:place
count    subj:number
yes      Three warships entered the Black Sea. | place="Black Sea" count=3
no       Three buses entered the Black Sea resort.

pattern  move.noun
type     force.move
noun     deployment redeployment transfer dispatch arrival reinforcement shift airlift relocation
need     of:force|equip mod:force poss:force from:force
not      case=for of:civ poss=their|his|its|her in=balance|strategy|policy|tactic of=balance|focus|power
actor    agent:party|force of:force|equip poss:party mod:party
place    to:place into:place toward:place towards:place in:place from:place near:place
count    of:number
yes      The deployment of 2,000 troops to Cabo Delgado began in July. | count=2000
no       The transfer of the striker was agreed.

pattern  move.movement
type     force.move
noun     movement
need     of:force|equip mod=troop|troops|convoy|fleet|tank
not      of:civ case=for
actor    of:force|equip mod:party
place    to:place into:place toward:place towards:place in:place from:place near:place
yes      The movement of Russian troops towards Izium was filmed. | place=Izium
no       The guerrilla movement was founded in Izium.

pattern  move.withdraw.to
type     force.move
noun     withdrawal pullback
need     of:force|equip
need     to:place of.to:place
not      from:place of:civ of.from:place
actor    of:force agent:party
place    to:place of.to:place
count    of:number
yes      The withdrawal of two brigades to Kherson took a day. | place=Kherson
no       The withdrawal of troops began in May.

pattern  move.reinforce
type     force.move
verb     reinforce bolster strengthen
need     patient:force|line|ground|place
need     agent:party|force
actor    agent:party|force
place    in:place patient:place at:place near:place
yes      The army reinforced its positions near Tripoli. | place=Tripoli
no       The finding reinforced the theory.

pattern  present.station
type     force.present
verb     station concentrate garrison position locate entrench hole~up remain operate patrol guard mass amass accumulate gather assemble muster build~up dig~in camp encamp bivouac
need     patient:force|equip agent:force
need     where patient:number agent:number
not      patient=gunfire|fire|explosion|blast agent=gunfire|fire|explosion|blast
not      self=remaining|operated comp=stall|stick|confine head=send|deploy|dispatch|order agent:civ patient:civ subj=enclave|pocket|stronghold patient=monitor|observer|supporter|protester|crowd agent:gun comp=see
actor    patient:party agent:party patient:force|equip agent:force
place    in:place at:place near:place on:place along:place around:place
count    patient:number agent:number
yes      Some 5,000 troops are stationed in Agadez. | count=4500 place=Agadez
yes      The army has massed thousands of soldiers near Tripoli. | place=Tripoli
no       The firm is located in Agadez.

pattern  present.base
type     force.present
verb     base
need     patient:force|equip
need     in:place at:place near:place on:place
not      patient:civ patient=group|monitor|observer|organisation|organization|contractor|company|correspondent patient:voice
actor    patient:force|equip
place    in:place at:place near:place on:place
count    patient:number
yes      The brigade is based in Agadez. | place=Agadez
no       The firm is based in Agadez.

pattern  present.set.up
type     force.present
verb     set~up establish erect man build dig
need     patient=checkpoint|roadblock|outpost|trench|fortification|position
need     agent:force
need     in:place near:place at:place along:place on:place outside:place around:place
not      agent:civ agent=worker|police
actor    agent:force
place    in:place near:place at:place along:place on:place outside:place around:place
yes      Russian troops set up checkpoints near Poti. | actor="Russian troops" place=Poti
no       Workers dug trenches for cables in Poti.

pattern  present.still
type     force.present
noun     soldier troop troops fighter mercenary militant insurgent rebel peacekeeper paratrooper marine serviceman gunman guerrilla militiaman commando
need     head:place
need     head.adv=still|now|already|currently
not      of:civ case head=be|kilometer|kilometre|mile|km
actor    self
place    head:place
count    self:number
yes      Russian troops are still in Senaki. | place=Senaki actor="Russian troops"
yes      Some 800 paratroopers are now in Senaki. | place=Senaki count=720
no       Russian tourists are still in Senaki.

pattern  present.hub
type     force.present
noun     base hub garrison headquarters camp
need     for:force
need     subj:place|ground
not      for:civ for=refugee
actor    for:force
place    subj:place
yes      The town of Agadez is a base for American troops. | place=Agadez actor="American troops"
no       The town of Agadez is a base for tourists.

pattern  present.pinned
type     force.present
verb     pin~down pin trap encircle surround
need     patient:force
need     patient:number
not      patient:civ
actor    patient:force
place    in:place at:place near:place on:place
count    patient:number
yes      Some 5,000 soldiers are trapped in Agadez. | place=Agadez
no       The drivers are trapped in Agadez.

pattern  present.noun
type     force.present
noun     presence build-up buildup
need     mod=military of:force mod:party poss:force|party
not      mod=police|online|media|diplomatic|peacekeeping mod:civ
actor    of:force poss:party mod:party
place    in:place near:place at:place along:place on:place
yes      The presence of foreign troops in Niger angered protesters. | place=Niger
no       The presence of so much dust in the air worried them.

pattern  present.concentration
type     force.present
noun     concentration
need     mod=military of:force mod:party poss:force|party
not      case=of|on|at|against mod:civ
actor    of:force poss:party mod:party
place    in:place near:place at:place along:place on:place
yes      A concentration of enemy troops was seen near Sake. | place=Sake
no       The jets struck areas of concentration of personnel near Sake.

pattern  present.have
type     force.present
verb     have keep maintain
need     patient:force
need     in:place at:place near:place patient:number patient.in:place
not      patient=child|family|ally|control|hold|supporter
actor    agent:party
place    in:place at:place near:place patient.in:place
count    patient:number
yes      France has 1,500 troops in Niger. | actor=France place=Niger count=1500
no       The farm has 300 cows in Niger.

pattern  present.be
type     force.present
noun     soldier troop troops fighter tank mercenary militant insurgent rebel paratrooper marine serviceman peacekeeper gunman guerrilla militiaman commando battalion brigade regiment division btg
need     head=be
need     in:place at:place near:place on:place inside:place head.in:place head.at:place head.near:place head.inside:place
not      of:civ case
actor    self
place    in:place at:place near:place on:place head.in:place head.at:place head.near:place
count    self:number
yes      There are some 300 fighters in Agadez. | place=Agadez
no       There are 300 cows in Agadez.

pattern  present.are
type     force.present
noun     soldier troop troops fighter tank mercenary militant insurgent rebel paratrooper marine serviceman peacekeeper gunman guerrilla militiaman commando
need     self:number
need     head:place
need     head.case
not      of:civ case head=be comp
actor    self
place    head:place
count    self:number
yes      Some 300 soldiers are in Agadez. | place=Agadez count=270
no       Some 300 cows are in Agadez.
no       Agadez: two soldiers killed in ambush

pattern  present.believed
type     force.present
noun     soldier troop troops fighter mercenary militant insurgent rebel paratrooper marine serviceman peacekeeper gunman guerrilla militiaman commando
need     self:number
need     head.comp:place
not      of:civ case
actor    self
place    head.comp:place
count    self:number
yes      Up to 700 mercenaries are believed to be in Bangui. | place=Bangui
no       Up to 700 bears are believed to be in Romania.

pattern  present.house
type     force.present
verb     house host quarter billet accommodate
need     patient:force
need     patient:number subj:place|ground|site
not      patient:civ
actor    patient:force
place    subj:place|ground|site in:place
count    patient:number
yes      The base has been housing 900 American soldiers. | actor="American soldiers"
no       The school houses some 900 pupils.

pattern  present.pictured
type     force.present
verb     see show picture photograph
need     patient:force
need     where
not      as subj=man|woman patient:civ patient:place agent:voice comp=retreat|flee|advance|withdraw|surrender patient.comp=advance|take|capture|kill|surrender|flee|retreat|attack|fight|torture|abuse|beat|execute|fire|stand|abandon|hold|control|strike|hit|shell|bomb|target|destroy|launch
actor    patient:force
place    in:place at:place near:place comp.in:place
yes      Rebel fighters are seen on a truck in Bunia. | place=Bunia
no       Tourists are seen on a truck in Bunia.
no       The footage shows rebel fighters striking a tank in Bunia.

pattern  present.caption
type     force.present
noun     soldier troop troops fighter tank vehicle marine paratrooper militiaman gunman serviceman rebel militant howitzer convoy
need     in:place near:place on:place at:place on.near:place on.in:place where
need     self:force self:equip
not      head comp of:civ subj mod:civ mod=dead|former|fallen|captured|wounded|new mod=civilian|private case obj
actor    self
place    in:place near:place on:place at:place on.near:place on.in:place
why      a caption without a verb
yes      A Malian soldier on patrol in Gao. | place=Gao
no       A Malian teacher on holiday in Gao.

pattern  present.present
type     force.present
adj      present active
need     subj:force
need     in:place at:place near:place
not      subj:civ
actor    subj:force
place    in:place at:place near:place
yes      Militants of the group are present in Gao. | place=Gao
no       Doctors of the group are present in Gao.

pattern  present.pose
type     force.present
verb     pose stand sit walk crouch
need     subj:force
need     where
not      subj=man|woman subj:civ on=trial comp=accuse
actor    subj:force
place    in:place at:place near:place comp.in:place
yes      Rebel fighters pose on a truck in Bunia. | place=Bunia
no       Tourists pose on a truck in Bunia.

pattern  supply.cut
type     force.supply
verb     cut cut~off sever disrupt threaten block interdict open secure restore reopen protect target choke close keep interrupt
need     patient:supply
not      patient=aid patient.mod=financial|humanitarian agent:civ patient.mod=water|electricity|power|gas|food
actor    agent:party
target   patient.of:force|party patient.poss:party|force patient.mod:party patient.to:force to:force
place    to:place into:place from:place between:place in:place patient.to:place patient.into:place patient.between:place
yes      The rebels cut the supply route to Taiz. | place=Taiz
no       The barber cut his hair.

pattern  supply.deprive
type     force.supply
verb     deprive starve cut~off
need     patient:force patient=they
need     of:supply from:supply patient.of:supply patient.in.of:supply
not      patient:civ
actor    agent:party
target   patient:force
yes      The rebels deprived the garrison of ammunition. | target=garrison
no       The drought deprived the farmers of water.

pattern  supply.reach
type     force.supply
verb     reach arrive
need     agent:supply agent.of:supply
need     patient:line|force at:line|force
not      patient:civ agent=road|highway|route|street|aid|food agent:civ
target   patient:force
place    patient:place at:place
yes      Ammunition reached the front line near Taiz by train.
no       The parcel reached the shop.

pattern  supply.deliver
type     force.supply
verb     fly ship deliver truck airlift smuggle transport
need     patient=ammunition|ammo|weapon|weaponry|arms|shell|munition|fuel|missile
not      to:civ patient:civ
actor    agent:party
target   to:party for:force
place    to:place into:place from:place
yes      Ammunition is being flown into Goma. | place=Goma
no       Letters are being flown into Goma.

pattern  supply.short
type     force.supply
verb     run run~out run~low lack
need     agent:force agent:supply
need     comp=short|low out=ammunition|ammo|shell|fuel|weapon|missile|supply of=ammunition patient=ammunition|ammo|shell|weapon|fuel
not      agent:civ agent=food|water agent.of=food|water|medicine|medication|bread
actor    -
target   agent:force
place    in:place
yes      The brigade is running out of ammunition. | target=brigade
no       The shop is running out of bread.

pattern  supply.short.adj
type     force.supply
adj      short low
need     of=ammunition|ammo|shell|fuel|weapon|missile|supply on=ammunition|ammo|shell|fuel|weapon|missile|supply
need     subj:force head.subj:force
not      subj:civ
actor    -
target   subj:force head.subj:force
yes      The units are short of ammunition. | target=units
no       The shop is short of bread.

pattern  supply.verb
type     force.supply
verb     supply resupply
need     patient:force with:equip|supply patient:equip
not      patient:civ to:civ patient=aid patient.mod=humanitarian patient=food
not      by:party mod:party mod:place mod=western|west
actor    agent:party|supply
target   patient:force to:force|party
place    in:place to:place
yes      The new bridge has been supplying troops at the front. | target=troops
no       The firm supplies schools with paper.

pattern  supply.noun
type     force.supply
noun     supply resupply ammunition ammo logistics
need     of:equip|supply to:force|party|line for:force mod:equip
not      to:civ
actor    agent:party poss:party
target   to:force for:force
place    to:place in:place
yes      The supply of shells to the brigade ran short.
no       The supply of eggs to shops ran short.

pattern  supply.line
type     force.supply
noun     line route lifeline corridor artery
need     mod=supply|logistics of=communication|communications|supply
need     head=cut|sever|control|hold|run|threaten|disrupt|open|restore|block|secure|attack|protect|choke|target|interdict|reach|endanger agent:party
actor    agent:party head.agent:party|force
target   poss:party mod:party
place    to:place into:place in:place between:place from:place
yes      The army now controls the supply line to Raqqa. | place=Raqqa actor=army
no       The firm restored its telephone line.

pattern  supply.use
type     force.supply
verb     use employ
need     patient:equip
need     agent:force|party
not      aux=will patient=phone|car|camera|truck|machete|gas|sarin|chlorine|phosphorus|agent|boat agent:civ patient.mod=chemical|banned|toxic|poison|nuclear|poisonous against:civ
not      comp=attack|strike|hit|bomb|bombard|shell|target|kill|destroy|pound|shoot|down|storm|raid|drop
not      head=fire|open~fire|attack|shell|strike|hit|bomb|bombard|destroy|damage|target|launch|drop|kill|pound|assault|storm|raid|shoot
actor    agent:party head.agent:party|force
place    in:place near:place at:place
yes      The army has been using drones in Tigray. | actor=army place=Tigray
no       The army attacked the village, using drones.
no       The army used aircraft to strike the village.
no       The farmer used a truck.
