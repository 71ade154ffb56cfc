drop index clubs_latitude;
