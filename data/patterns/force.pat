# Forces: force.*

pattern  move.transitive
type     force.move
verb     deploy send move transfer redeploy shift bring dispatch rush relocate airlift reposition rotate mobilise mobilize mass amass gather assemble commit divert draw lure pull
need     patient:force|equip
not      patient:civ patient=letter|envoy|team to:civ
actor    agent:party|force patient.mod:party patient.poss:party
place    to:place into:place toward:place towards:place from:place in:place near:place along:place
count    patient:number
yes      Ethiopia sent 3,000 soldiers to Beledweyne in January. | actor=Ethiopia count=3000
no       Ethiopia sent a letter to the envoy.

pattern  move.intransitive
type     force.move
verb     move roll arrive head march travel drive ride land regroup redeploy pour cross
need     agent:force|equip
not      patient:people agent:civ agent:gun
actor    agent:force|equip
place    to:place into:place toward:place towards:place from:place in:place through:place
count    agent:number
yes      A column of tanks rolled into Mekelle on Saturday. | place=Mekelle
no       Tourists rolled into town.

pattern  move.noun
type     force.move
noun     deployment redeployment transfer dispatch arrival movement reinforcement shift
need     of:force|equip mod:force poss:force
actor    agent:party|force of:force|equip poss:party mod:party
place    to:place into:place toward:place towards:place in:place from:place near:place
count    of:number
yes      The deployment of 2,000 troops to Cabo Delgado began in July. | count=2000
no       The transfer of the striker was agreed.

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
verb     station base concentrate garrison position locate entrench pin~down pin hole~up remain operate patrol
need     patient:force|equip agent:force
need     where patient:number agent:number
not      agent:civ patient=group|monitor|observer|organisation|organization
actor    patient:force|equip agent:force
place    in:place at:place near:place on:place along:place around:place
count    patient:number agent:number
yes      Some 5,000 troops are stationed in Agadez. | count=4500 place=Agadez
no       The firm is based in Agadez.

pattern  present.noun
type     force.present
noun     presence concentration build-up buildup
need     mod=military of:force mod:party poss:force|party
not      mod=police|online|media
actor    of:force poss:party mod:party
place    in:place near:place at:place along:place on:place
yes      The presence of foreign troops in Niger angered protesters. | place=Niger
no       The presence of mind of the pilot saved them.

pattern  present.have
type     force.present
verb     have keep maintain
need     patient:force
need     in:place at:place near:place patient:number patient.in:place
not      patient=child|family
actor    agent:party
place    in:place at:place near:place patient.in:place
count    patient:number
yes      France has 1,500 troops in Niger. | actor=France place=Niger count=1500
no       The farm has 300 cows in Niger.

pattern  present.pictured
type     force.present
verb     see show picture photograph film pose stand sit aim walk
need     patient:force subj:force
need     where
not      subj:civ patient:civ
actor    patient:force subj:force
place    in:place at:place near:place comp.in:place
yes      Rebel fighters are seen on a truck in Bunia. | place=Bunia
no       Tourists are seen on a truck in Bunia.

pattern  supply.cut
type     force.supply
verb     cut cut~off sever disrupt threaten block interdict open secure restore reopen protect target choke close
need     patient:supply
actor    agent:party
target   patient.of:force|party patient.poss:party|force patient.mod:party
place    to:place into:place from:place between:place in:place patient.to:place patient.into:place patient.between:place
yes      The rebels cut the supply route to Taiz. | place=Taiz
no       The barber cut his hair.

pattern  supply.verb
type     force.supply
verb     supply resupply provide
need     patient:force with:equip|supply patient:equip
not      patient:civ to:civ
actor    agent:party|supply
target   patient:force to:force|party
place    in:place to:place
yes      The railway supplies troops at the front. | target=troops
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
noun     line route lifeline corridor
need     mod=supply of=communication|supply
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
not      patient=phone|car|camera|truck agent:civ
actor    agent:party
place    in:place near:place at:place
yes      The army has been using drones in Tigray. | actor=army place=Tigray
no       The farmer used a truck.
