// RUN: %check %s -- -std=c11
// Ownership attributes that Clang knows.
struct line;
__attribute__((acquire_handle("line"))) struct line *line_open(int n);
void line_close(struct line *l __attribute__((release_handle("line"))));
int line_send(struct line *l __attribute__((use_handle("line"))));

struct block;
struct block *block_new(int n) __attribute__((ownership_returns(block)));
void block_free(struct block *b) __attribute__((ownership_takes(block, 1)));
void block_keep(struct block *b) __attribute__((ownership_holds(block, 1)));

int lineReported(int n) {
  struct line *l = line_open(n);
  // CHECK: attributes.c:[[@LINE-1]]:{{[0-9]+}}: warning: 'l'{{.*}} is not closed{{.*}} [cursor-unclosed]
  if (!l)
    return 0;
  return line_send(l);
}

int lineSilent(int n) {
  struct line *l = line_open(n);
  if (!l)
    return 0;
  int sent = line_send(l);
  line_close(l);
  return sent;
}

int useReported(int n) {
  struct line *l = line_open(n);
  if (!l)
    return 0;
  line_close(l);
  return line_send(l);
  // CHECK: attributes.c:[[@LINE-1]]:{{[0-9]+}}: warning: 'l'{{.*}} [cursor-use-after-close]
}

int blockReported(int n) {
  struct block *b = block_new(n);
  // CHECK: attributes.c:[[@LINE-1]]:{{[0-9]+}}: warning: 'b'{{.*}} is not closed{{.*}} [cursor-unclosed]
  return b ? n : 0;
}

int blockSilent(int n) {
  struct block *b = block_new(n);
  if (b)
    block_free(b);
  return n;
}

int keptSilent(int n) {
  struct block *b = block_new(n);
  if (b)
    block_keep(b);
  return n;
}
