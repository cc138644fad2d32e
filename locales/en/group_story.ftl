# /kelompok: the group's way in one picture, and news of its business.

group_story-about = { $village } · { $business }
group_story-photos = Photos of the business and of visits
group_story-report = Report { $number }
group_story-visit = A facilitator's visit
group_story-repayments = Latest repayments
group_story-repaid = { $percent }% of the principal repaid
group_story-told = Reports on the business: { $count }
group_story-visited = Last visit { $visited_on_short }, stage { $stage }. { $recommended }
group_story-visit_suggested = 🧭 A visit is suggested
