pattern  flood
type     civil.hardship
need     patient:river
verb     flood
yes      The river flooded the town.
no       The inbox was flooded with mail.
