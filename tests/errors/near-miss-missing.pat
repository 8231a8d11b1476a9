pattern  flood
type     civil.hardship
verb     flood
yes      The river flooded the town.
