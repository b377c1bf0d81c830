"""What people at a desk say, when and where they say it, and what it comes to: one line each, read as sentences.

A line that begins with `@` says when the following were said, and in which zone the desk is (`-`: not known). The desk
works Monday to Friday from 9:00 to 17:30. After the arrow stands what is promised, and either when it is due and of
which kind, or the question that only the agent can answer.
"""

from __future__ import annotations

SAYINGS = """
# A Wednesday in Berlin
@ 2026-03-11 13:00 Europe/Berlin
I'll get back to you by 2:30. -> update; 2026-03-11 14:30+01:00 wall
I will update you at 14:30. -> update; 2026-03-11 14:30+01:00 wall
I'll call you at half past two. -> call; 2026-03-11 14:30+01:00 wall
We'll ring you at quarter to three. -> call; 2026-03-11 14:45+01:00 wall
I'll write to you again by 14.30. -> update; 2026-03-11 14:30+01:00 wall
I'll phone you at 1430 hrs. -> call; 2026-03-11 14:30+01:00 wall
I'll call you at 3pm. -> call; 2026-03-11 15:00+01:00 wall
I'll call you at 3 p.m. sharp. -> call; 2026-03-11 15:00+01:00 wall
We will send it by 5 o'clock. -> send; 2026-03-11 17:00+01:00 wall
I'll be in touch by four thirty. -> update; 2026-03-11 16:30+01:00 wall
I'll let you know by 5 at the latest. -> update; 2026-03-11 17:00+01:00 wall
The engineer will call you between 2 and 4. -> call; 2026-03-11 16:00+01:00 wall
Please expect a call between 2 and 4 pm. -> call; 2026-03-11 16:00+01:00 wall
You'll hear from us between 2pm and 5pm. -> update; 2026-03-11 17:00+01:00 wall
You'll hear from us within the hour. -> update; 2026-03-11 14:00+01:00 instant
Will ring you back in 20 minutes. -> call; 2026-03-11 13:20+01:00 instant
I'll get back to you within two hours. -> update; 2026-03-11 15:00+01:00 instant
I'll call you in half an hour. -> call; 2026-03-11 13:30+01:00 instant
We'll have news in an hour and a half. -> update; 2026-03-11 14:30+01:00 instant
I'll check again in 5 to 10 minutes. -> check; 2026-03-11 13:10+01:00 instant
I'll update you at 20 %. -> update; asks: When?
I will send you an update at 20 percent. -> update; asks: When?
I'll update you at 20 per cent. -> update; asks: When?
I'll update you every 30 minutes. -> update; 2026-03-11 13:30+01:00 instant
Give me 20 minutes. -> update; 2026-03-11 13:20+01:00 instant
We will answer within 24 hours. -> update; 2026-03-12 13:00+01:00 instant
Someone will be with you within 10 minutes. -> visit; 2026-03-11 13:10+01:00 instant
I'll come back to you in three quarters of an hour. -> update; 2026-03-11 13:45+01:00 instant
I'll report back in 1.5 hours. -> update; 2026-03-11 14:30+01:00 instant
I'll post an update at the top of the hour. -> update; 2026-03-11 14:00+01:00 wall
Expect an update by end of day. -> update; 2026-03-11 17:30+01:00 wall
I'll have it fixed by COB. -> fix; 2026-03-11 17:30+01:00 wall
You will have an answer by EOD tomorrow. -> update; 2026-03-12 17:30+01:00 wall
I'll send it this afternoon. -> send; 2026-03-11 17:30+01:00 wall
I'll look at it later today. -> check; 2026-03-11 17:30+01:00 wall
I'll call you today. -> call; 2026-03-11 17:30+01:00 wall
We should have this fixed by tomorrow morning. -> fix (estimate); 2026-03-12 12:00+01:00 wall
Tomorrow morning our engineer will visit you. -> visit; 2026-03-12 12:00+01:00 wall
Tomorrow I will call you at 10. -> call; 2026-03-12 10:00+01:00 wall
I'll send it first thing tomorrow. -> send; 2026-03-12 10:00+01:00 wall
I'll have the laptop ready by noon tomorrow. -> fix; 2026-03-12 12:00+01:00 wall
We'll ring you tomorrow afternoon. -> call; 2026-03-12 17:30+01:00 wall
I'll look into it in the morning. -> check; 2026-03-12 12:00+01:00 wall
We'll replace it by Friday noon. -> fix; 2026-03-13 12:00+01:00 wall
I'll come by on Friday. -> visit; 2026-03-13 17:30+01:00 wall
By Monday 9am I'll have it reset for you. -> fix; 2026-03-16 09:00+01:00 wall
I'll call you on Friday between 9 and 11. -> call; 2026-03-13 11:00+01:00 wall
We'll get back to you next week. -> update; 2026-03-20 17:30+01:00 wall
We'll have it fixed by the end of the week. -> fix; 2026-03-13 17:30+01:00 wall
I'll visit you on Wednesday next week at 10. -> visit; 2026-03-18 10:00+01:00 wall
We will fix it in two working days. -> fix; 2026-03-13 17:30+01:00 wall
You will get a reply in 1-2 business days. -> update; 2026-03-13 17:30+01:00 wall
I'll get back to you within 4 working hours. -> update; 2026-03-11 17:00+01:00 wall
We'll send the replacement by 20 March. -> send; 2026-03-20 17:30+01:00 wall
I'll follow up on March 20th at 9:30. -> update; 2026-03-20 09:30+01:00 wall
I'll send you the report by 2026-03-20. -> update; 2026-03-20 17:30+01:00 wall
We'll have it done by the end of the month. -> fix; 2026-03-31 17:30+02:00 wall
The replacement will be delivered on the 20th. -> send; 2026-03-20 17:30+01:00 wall
Next update at 14:30. -> update; 2026-03-11 14:30+01:00 wall
Next update: 16:00. -> update; 2026-03-11 16:00+01:00 wall
ETA for the fix is 5pm. -> fix (estimate); 2026-03-11 17:00+01:00 wall
I'll write again by midnight. -> update; 2026-03-12 00:00+01:00 wall
I will call you tonight at 9. -> call; 2026-03-11 21:00+01:00 wall
I'll ring you at 3 this afternoon. -> call; 2026-03-11 15:00+01:00 wall
I'll call back in 90 seconds. -> call; 2026-03-11 13:01+01:00 instant
I'll check back in a fortnight. -> update; 2026-03-25 17:30+01:00 wall
We'll migrate your mailbox on Friday at noon. -> migrate; 2026-03-13 12:00+01:00 wall
I can't promise a fix, but I will call you by 5. -> call; 2026-03-11 17:00+01:00 wall
I have asked the network team and will write to you again by 4. -> update; 2026-03-11 16:00+01:00 wall
By 2:30 I'll get back to you. -> update; 2026-03-11 14:30+01:00 wall
I'll be at your desk at 3. -> visit; 2026-03-11 15:00+01:00 wall
I'll call you on Thursday or Friday. -> call; 2026-03-13 17:30+01:00 wall
I'll call you at 3 and two colleagues will join. -> call; 2026-03-11 15:00+01:00 wall
I'll call you between 2 and noon tomorrow. -> call; 2026-03-12 12:00+01:00 wall
We'll have it done by the end of tomorrow. -> fix; 2026-03-12 17:30+01:00 wall
# What only the agent can settle
I'll look into it and let you know. -> update; asks: When?
I'll keep you posted. -> update; asks: When?
I'll get back to you shortly. -> update; asks: By when?
We'll update you as soon as possible. -> update; asks: By when?
I'll call you in a minute. -> call; asks: By when?
I'll let you know as soon as I can. -> update; asks: By when?
I'll have an answer for you in a few hours. -> update; asks: By when?
I'll get back to you in a couple of hours. -> update; asks: By when?
I'll call you after 3pm. -> call; asks: By when?
I'll call you at 3pm your time. -> call; asks: In which time zone?
I'll call you tonight. -> call; asks: At what time?
We'll call you this evening. -> call; asks: At what time?
I'll call you at 12:30. -> call; asks: Is 12:30 tomorrow meant?
I'll call you at 1. -> call; asks: Is 13:00 tomorrow meant?
I'll check this morning. -> check; asks: At what time?
We will fix it over the weekend. -> fix; asks: Is 9:00 on Monday meant?
I'll get back to you early next week. -> update; asks: Is 17:30 on Monday or 17:30 on Tuesday meant?
I'll call you next Friday at 10. -> call; asks: Is 10:00 on Friday or 10:00 on 20 March meant?
I'll call you on Wednesday. -> call; asks: Is 17:30 today or 17:30 on 18 March meant?
I'll see to it and get back to you by 3/4. -> update; asks: Is 17:30 on 3 April or 17:30 on 4 March 2027 meant?
I'll call you at 7. -> call; 2026-03-11 19:00+01:00 wall
I'll call you at 7 tomorrow. -> call; asks: Is 7:00 tomorrow or 19:00 tomorrow meant?
I'll send it by Friday 14 March. -> send; asks: Is 17:30 on Friday or 17:30 on Saturday meant?
I'll send it by 14 January. -> send; asks: Is 17:30 on 14 January 2027 meant?
I'll write again by midnight on Friday. -> update; asks: Is 0:00 on Friday or 0:00 on Saturday meant?
We'll have it fixed in three days. -> fix; asks: Is 17:30 on Saturday or 17:30 on Monday meant?
I'll send it by the 35th. -> send; asks: When?
# The same words, said at other times
@ 2026-03-11 09:00 Europe/Berlin
I'll get back to you by 2:30. -> update; 2026-03-11 14:30+01:00 wall
I'll call you before lunch. -> call; 2026-03-11 12:00+01:00 wall
I'll call you at 9. -> call; asks: Is 21:00 today or 9:00 tomorrow meant?
I'll call you at 10. -> call; 2026-03-11 10:00+01:00 wall
The engineer will call you between 9 and 11. -> call; 2026-03-11 11:00+01:00 wall
@ 2026-03-11 15:00 Europe/Berlin
I'll get back to you by 2:30. -> update; asks: Is 14:30 tomorrow meant?
I'll call you by 2pm. -> call; asks: Is 14:00 tomorrow meant?
I'll call you before lunch. -> call; asks: Is 12:00 tomorrow meant?
I'll call you first thing. -> call; 2026-03-12 10:00+01:00 wall
@ 2026-03-11 08:50 Europe/Berlin
I'll call you at 9. -> call; 2026-03-11 09:00+01:00 wall
@ 2026-03-11 20:50 Europe/Berlin
I'll call you at 9. -> call; asks: Is 21:00 today or 9:00 tomorrow meant?
I'll have it done by end of day. -> fix; asks: Is 17:30 tomorrow meant?
I'll send it today. -> send; asks: Is 23:59 today meant?
@ 2026-03-11 17:00 Europe/Berlin
I'll call you by 6. -> call; 2026-03-11 18:00+01:00 wall
You'll hear from us within two hours. -> update; 2026-03-11 19:00+01:00 instant
I'll get back to you within 4 working hours. -> update; 2026-03-12 12:30+01:00 wall
@ 2026-03-12 00:30 Europe/Berlin
I'll call you tomorrow morning. -> call; asks: Is 12:00 today or 12:00 tomorrow meant?
I'll call you by 2:30. -> call; asks: Is 2:30 today or 14:30 today meant?
# A Friday, a weekend, a Monday
@ 2026-03-13 12:00 Europe/Berlin
I'll call you tomorrow. -> call; asks: Is 17:30 tomorrow or 17:30 on Monday meant?
I'll call you tomorrow at 10. -> call; asks: Is 10:00 tomorrow or 10:00 on Monday meant?
I'll call you in the morning. -> call; asks: Is 12:00 tomorrow or 12:00 on Monday meant?
I'll call you on Monday. -> call; 2026-03-16 17:30+01:00 wall
I'll call you next Monday. -> call; 2026-03-16 17:30+01:00 wall
I'll call you next Tuesday at 10. -> call; 2026-03-17 10:00+01:00 wall
I'll call you on Saturday at 10. -> call; 2026-03-14 10:00+01:00 wall
We'll fix it within one working day. -> fix; 2026-03-16 17:30+01:00 wall
We'll fix it in two days. -> fix; asks: Is 17:30 on Sunday or 17:30 on Monday meant?
We'll have it fixed this week. -> fix; 2026-03-13 17:30+01:00 wall
@ 2026-03-14 11:00 Europe/Berlin
I'll have it done by end of day. -> fix; asks: Is 17:30 today or 17:30 on Monday meant?
I'll call you at 3. -> call; asks: Is 15:00 today or 15:00 on Monday meant?
I'll call you on Monday at 9. -> call; 2026-03-16 09:00+01:00 wall
We'll have it fixed by the end of the week. -> fix; asks: Is 17:30 on Friday meant?
@ 2026-03-15 12:00 Europe/Berlin
I'll call you next Monday at 9. -> call; asks: Is 9:00 tomorrow or 9:00 on 23 March meant?
@ 2026-03-09 12:00 Europe/Berlin
I'll call you next Tuesday at 10. -> call; asks: Is 10:00 tomorrow or 10:00 on 17 March meant?
I'll call you Monday. -> call; asks: Is 17:30 today or 17:30 on 16 March meant?
I'll call you this Friday. -> call; 2026-03-13 17:30+01:00 wall
# Clocks go forward on Sunday 29 March, back on Sunday 25 October
@ 2026-03-28 22:00 Europe/Berlin
I'll call you in 6 hours. -> call; 2026-03-29 05:00+02:00 instant
I'll call you at 2:30 am. -> call; asks: Is 3:30 tomorrow meant?
I'll call you at 3:30 am. -> call; 2026-03-29 03:30+02:00 wall
I'll call you on Monday at 9. -> call; 2026-03-30 09:00+02:00 wall
@ 2026-10-24 22:00 Europe/Berlin
I'll call you in 6 hours. -> call; 2026-10-25 03:00+01:00 instant
I'll call you at 2:30 am. -> call; asks: Is 2:30 tomorrow (UTC+0200) or 2:30 tomorrow (UTC+0100) meant?
I'll call you at 3:30 am. -> call; 2026-10-25 03:30+01:00 wall
I'll call you at 1:30 am. -> call; 2026-10-25 01:30+02:00 wall
@ 2026-03-07 22:00 America/New_York
I'll call you at 2:30 am. -> call; asks: Is 3:30 tomorrow meant?
I'll call you in 5 hours. -> call; 2026-03-08 04:00-04:00 instant
# Zones in words
@ 2026-03-11 12:00 Europe/Berlin
I'll call you by 3 pm CET. -> call; 2026-03-11 15:00+01:00 wall
I'll update you at 14:00 UTC. -> update; 2026-03-11 14:00+00:00 wall
I'll update you at 16:00 UTC+2. -> update; 2026-03-11 16:00+02:00 wall
I'll call you at 2pm ET. -> call; 2026-03-11 14:00-04:00 wall
I'll call you at 10 am Pacific time. -> call; 2026-03-11 10:00-07:00 wall
I'll call you at 3pm London time. -> call; 2026-03-11 15:00+00:00 wall
I'll call you at 3pm our time. -> call; 2026-03-11 15:00+01:00 wall
I'll call you at 3pm IST. -> call; asks: Is 14:00 today, 15:00 today or 10:30 tomorrow meant?
I'll call you at 3pm CST. -> call; asks: Is 22:00 today or 8:00 tomorrow meant?
@ 2026-07-08 12:00 Europe/Berlin
I'll call you by 3 pm CET. -> call; asks: Is 15:00 today or 16:00 today meant?
I'll call you by 3 pm CEST. -> call; 2026-07-08 15:00+02:00 wall
I'll call you by 2pm EST. -> call; asks: Is 20:00 today or 21:00 today meant?
I'll call you at 2pm EDT. -> call; 2026-07-08 14:00-04:00 wall
I'll update you at 10:00 UTC. -> update; asks: Is 12:00 tomorrow meant?
@ 2026-07-08 12:00 Asia/Kolkata
I'll call you at 3pm IST. -> call; 2026-07-08 15:00+05:30 wall
@ 2026-07-08 09:00 America/Chicago
I'll call you at 3pm CDT. -> call; 2026-07-08 15:00-05:00 wall
I'll call you at 3pm Central time. -> call; 2026-07-08 15:00-05:00 wall
@ 2026-07-08 09:00 Europe/London
I'll call you at 3pm BST. -> call; 2026-07-08 15:00+01:00 wall
I'll call you at 3pm GMT. -> call; asks: Is 15:00 today or 16:00 today meant?
# No zone known, no time known
@ 2026-03-11 13:00+01:00 -
I'll get back to you by 2:30. -> update; asks: In which time zone?
I'll call you in 20 minutes. -> call; 2026-03-11 13:20+01:00 instant
I'll update you at 14:00 UTC. -> update; 2026-03-11 14:00+00:00 wall
We'll fix it in two working days. -> fix; asks: In which time zone?
@ 2026-03-11 13:00+01:00 Mars/Olympus
I'll get back to you by 2:30. -> update; asks: In which time zone?
@ - Europe/Berlin
I'll get back to you by 2:30. -> update; asks: When? The message carries no time of its own.
I'll call you in 20 minutes. -> call; asks: When? The message carries no time of its own.
I'll get back to you soon. -> update; asks: By when?
"""
