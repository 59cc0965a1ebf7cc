int plain(void);
int plain(void) { return 1; }
