drop index call_list_message;
drop table timetable;
