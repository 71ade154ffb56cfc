drop table helped_things;
