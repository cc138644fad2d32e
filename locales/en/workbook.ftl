# The Excel file of a month. Headings are divided by bars.

workbook-r1 = R1 Progress
workbook-r1_title = Progress of loans by group
workbook-r1_head = No|Group – Loan ID|Paid out on|Term|Principal|Fee %|Target|Target|Up to last month|Up to last month|This month|This month|Up to this month|Up to this month|Outstanding|%|Arrears|Arrears
workbook-r1_head_2 = { "" }||||||Principal|Fee|Principal|Fee|Principal|Fee|Principal|Fee|||Principal|Fee
workbook-r2 = R2 Collectibility
workbook-r2_title = Collectibility
workbook-r2_head = No|Group – Loan ID|Outstanding|Arrears|Class I|Class II|Class III|Class IV|Class V
workbook-r4 = R4 Active groups
workbook-r4_title = Active groups and arrears
workbook-r4_head = No|Group – Loan ID|Members|Paid out on|Term|Principal|Outstanding|Arrears of principal|Arrears of fee
workbook-r17 = R17 Moves of the fund
workbook-r17_title = Moves of the fund
workbook-r17_head = Date|Entry|What|Group|Principal in|Fee in|Paid out|To the treasury|Correction|Cash of the fund
workbook-period = { $programme }, { $month_month } (in rupiah)
workbook-village_total = Total of { $village }
workbook-grand_total = Total
workbook-group = { $group } [{ $leader }] - { $loan }
workbook-closed-repaid = Repaid on { $on_short }
workbook-closed-written_off = Written off on { $on_short }
workbook-footer = Made by Gulir, { $at }. The figures are those of the books at that moment.
