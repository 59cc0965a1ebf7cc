// RUN: %check %s -- -std=c++17
// A task makes its statement of the session that it was given.
#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>
#include <Poco/Task.h>
#include <Poco/TaskManager.h>

#include <string>

class Import : public Poco::Task {
public:
  explicit Import(Poco::Data::Session &Given)
      : Poco::Task("import"), Session(Given) {}
  void runTask() override {
    Poco::Data::Statement Insert(Session);
    Insert.execute();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}Poco::Data::Session{{.*}} is used by two threads at the same time {{.*}} [cursor-thread-share]
  }

private:
  Poco::Data::Session &Session;
};

void besideTheTaskReported(Poco::Data::Session &Session) {
  Poco::TaskManager Tasks;
  Tasks.start(new Import(Session));
  Session.begin();
  Tasks.joinAll();
}

class OwnImport : public Poco::Task {
public:
  explicit OwnImport(const std::string &Given)
      : Poco::Task("import"), File(Given) {}
  void runTask() override {
    Poco::Data::Session Session("SQLite", File);
    Poco::Data::Statement Insert(Session);
    Insert.execute();
  }

private:
  std::string File;
};

void besideAnOwnSessionSilent(Poco::Data::Session &Session) {
  Poco::TaskManager Tasks;
  Tasks.start(new OwnImport("a.db"));
  Session.begin();
  Tasks.joinAll();
}

void afterTheTaskSilent(Poco::Data::Session &Session) {
  Poco::TaskManager Tasks;
  Tasks.start(new Import(Session));
  Tasks.joinAll();
  Session.begin();
}
