int before(void);
int broken( { return 0; }
