pattern  flood
type     civil.floods
verb     flood
yes      The river flooded the town.
no       The inbox was flooded with mail.
