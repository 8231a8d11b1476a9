pattern  flood
type     civil.hardship
need     agent.obj.mod.head.poss:place
verb     flood
yes      The river flooded the town.
no       The inbox was flooded with mail.
