pattern  flood
type     civil.hardship
verb     flood
no       The inbox was flooded with mail.
