thanks-welcome = Sama-sama, Pak/Bu { $name }. Semoga usahanya lancar. 🙏
