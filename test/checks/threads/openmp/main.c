// RUN: %check %s -- -std=gnu11 -fopenmp -I/usr/include/mariadb
#include <mysql.h>
#include <stddef.h>

// A region of main starts with what the globals hold there, not with zero.
extern int omp_get_thread_num(void);
static MYSQL *Closed[2];
static MYSQL *Left[2];

int main(void) {
  for (int i = 0; i < 2; i++) {
    Closed[i] = mysql_init(NULL);
    if (!Closed[i])
      return 1;
  }
#pragma omp parallel for
  for (int i = 0; i < 10000; i++)
    mysql_ping(Closed[omp_get_thread_num()]);
  for (int i = 0; i < 2; i++)
    if (Closed[i])
      mysql_close(Closed[i]);

  Left[0] = mysql_init(NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-unclosed]
#pragma omp parallel for
  for (int i = 0; i < 10000; i++)
    mysql_ping(Left[omp_get_thread_num()]);
  Left[0] = NULL;
  return 0;
}
