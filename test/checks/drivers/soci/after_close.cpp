// RUN: %check %s -- -std=c++17
#include <soci/soci.h>

#include <memory>
#include <string>

int statementReported(const std::string &target) {
  std::unique_ptr<soci::session> sql(new soci::session(target));
  int id = 0;
  soci::statement st = (sql->prepare << "select id from t", soci::into(id));
  st.execute();
  sql.reset();
  while (st.fetch())
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'st' (SOCI soci::statement) is used after {{.*}} [cursor-use-after-close]
    ;
  return id;
}

int statementSilent(const std::string &target) {
  std::unique_ptr<soci::session> sql(new soci::session(target));
  int id = 0;
  {
    soci::statement st = (sql->prepare << "select id from t", soci::into(id));
    st.execute();
    while (st.fetch())
      ;
  }
  sql.reset();
  return id;
}

// Members end in the reverse of their order.
class ReaderReported {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(SOCI soci::statement) is closed after {{.*}} [cursor-use-after-close]
public:
  explicit ReaderReported(const std::string &target)
      : sql_(new soci::session(target)) {
    st_.reset(new soci::statement(*sql_));
    st_->alloc();
  }

private:
  std::unique_ptr<soci::statement> st_;
  std::unique_ptr<soci::session> sql_;
};

class ReaderSilent {
public:
  explicit ReaderSilent(const std::string &target)
      : sql_(new soci::session(target)) {
    st_.reset(new soci::statement(*sql_));
    st_->alloc();
  }

private:
  std::unique_ptr<soci::session> sql_;
  std::unique_ptr<soci::statement> st_;
};

void readers(const std::string &target) {
  ReaderReported wrong(target);
  ReaderSilent right(target);
}

// Copies of a statement are one.
static soci::statement prepared(soci::session &sql, int &id) {
  soci::statement st = (sql.prepare << "select id from t", soci::into(id));
  soci::statement copy(st);
  return copy;
}

int copiesSilent(soci::session &sql) {
  int id = 0;
  soci::statement st = prepared(sql, id);
  st.execute(true);
  return id;
}

void transactionReported(const std::string &target) {
  soci::session *sql = new soci::session(target);
  soci::transaction tr(*sql);
  *sql << "delete from t";
  tr.commit();
  delete sql;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'tr' (SOCI soci::transaction) is closed after {{.*}} [cursor-use-after-close]
}

void transactionSilent(const std::string &target) {
  soci::session *sql = new soci::session(target);
  {
    soci::transaction tr(*sql);
    *sql << "delete from t";
    tr.commit();
  }
  delete sql;
}

void closedReported(const std::string &target) {
  soci::session sql(target);
  sql.close();
  sql << "delete from t";
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sql' (SOCI soci::session) is used after {{.*}} [cursor-use-after-close]
}

void openedAgainSilent(const std::string &target) {
  soci::session sql(target);
  sql << "delete from t";
  sql.close();
  sql.open(target);
  sql << "delete from t";
}

int rowsetReported(const std::string &target) {
  soci::session *sql = new soci::session(target);
  soci::rowset<int> rows = (sql->prepare << "select id from t");
  delete sql;
  int sum = 0;
  for (int id : rows)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows' (SOCI soci::rowset) is used after {{.*}} [cursor-use-after-close]
    sum += id;
  return sum;
}

int rowsetSilent(soci::session &sql) {
  soci::rowset<int> rows = (sql.prepare << "select id from t");
  int sum = 0;
  for (int id : rows)
    sum += id;
  return sum;
}
