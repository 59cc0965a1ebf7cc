// RUN: %check %s -- -std=c++14
#include <soci/soci.h>

#include <memory>
#include <string>

int heapSessionReported(const std::string &target) {
  soci::session *sql = new soci::session(target);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sql' (SOCI soci::session) is not closed{{.*}} [cursor-unclosed]
  int count = 0;
  *sql << "select count(*) from t", soci::into(count);
  if (count == 0)
    return -1;
  delete sql;
  return count;
}

int heapSessionSilent(const std::string &target) {
  soci::session *sql = new soci::session(target);
  int count = 0;
  *sql << "select count(*) from t", soci::into(count);
  delete sql;
  return count;
}

int localSilent(const std::string &target) {
  soci::session sql(target);
  int count = 0;
  sql << "select count(*) from t", soci::into(count);
  if (count == 0)
    return -1;
  soci::transaction tr(sql);
  sql.once << "delete from t";
  tr.commit();
  return count;
}

int leasedSilent(soci::connection_pool &pool) {
  soci::session sql(pool);
  int count = 0;
  sql << "select count(*) from t", soci::into(count);
  return count;
}

void heapStatementReported(soci::session &sql, int id) {
  soci::statement *st = new soci::statement(
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'st' (SOCI soci::statement) is not closed{{.*}} [cursor-unclosed]
      (sql.prepare << "delete from t where id = :id", soci::use(id)));
  st->execute(true);
}

void heapStatementSilent(soci::session &sql, int id) {
  std::unique_ptr<soci::statement> st(new soci::statement(
      (sql.prepare << "delete from t where id = :id", soci::use(id))));
  st->execute(true);
}
