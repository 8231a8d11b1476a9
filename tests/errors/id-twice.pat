pattern  flood
type     civil.hardship
verb     flood
yes      The river flooded the town.
no       The inbox was flooded with mail.

pattern  flood
type     civil.hardship
verb     flood
yes      The river flooded the town.
no       The inbox was flooded with mail.
