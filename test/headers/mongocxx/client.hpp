// The declarations of the C++ driver for MongoDB 3.x that its model speaks of.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace bsoncxx {
inline namespace v_noabi {
namespace stdx {
template <class T> class optional {
public:
  optional();
  explicit operator bool() const noexcept;
  T &operator*();
  T *operator->();
};
} // namespace stdx
namespace document {
class view {
public:
  view();
};
class value {
public:
  document::view view() const noexcept;
  operator document::view() const noexcept;
};
class view_or_value {
public:
  view_or_value();
  view_or_value(document::view view);
  view_or_value(document::value value);
};
} // namespace document
std::string to_json(document::view view);
document::value from_json(const std::string &json);
} // namespace v_noabi
} // namespace bsoncxx

namespace mongocxx {
inline namespace v_noabi {

namespace options {
class client {};
class find {};
class insert {};
class pool {};
class client_session {};
class change_stream {};
} // namespace options

class client_session;
class database;
class collection;
class cursor;
class change_stream;

class uri {
public:
  static const std::string k_default_uri;
  explicit uri(std::string uri_string = k_default_uri);
  uri(uri &&) noexcept;
  ~uri();
};

class instance {
public:
  instance();
  instance(instance &&) noexcept;
  ~instance();
  static instance &current();
};

class client {
public:
  client() noexcept;
  client(const class uri &mongodb_uri,
         const options::client &options = options::client());
  client(client &&) noexcept;
  client &operator=(client &&) noexcept;
  ~client();
  explicit operator bool() const noexcept;
  class database database(const std::string &name) const &;
  class database operator[](const std::string &name) const &;
  cursor list_databases() const;
  client_session start_session(
      const options::client_session &options = options::client_session());
  change_stream
  watch(const options::change_stream &options = options::change_stream());
  void reset();
};

class client_session {
public:
  client_session(client_session &&) noexcept;
  client_session &operator=(client_session &&) noexcept;
  ~client_session() noexcept;
  const class client &client() const noexcept;
  void start_transaction();
  void commit_transaction();
  void abort_transaction();
};

class database {
public:
  database() noexcept;
  database(database &&) noexcept;
  database &operator=(database &&) noexcept;
  database(const database &);
  database &operator=(const database &);
  ~database();
  bsoncxx::document::value
  run_command(bsoncxx::document::view_or_value command);
  class collection collection(const std::string &name) const;
  class collection operator[](const std::string &name) const;
  void drop();
};

class collection {
public:
  collection() noexcept;
  collection(collection &&) noexcept;
  collection &operator=(collection &&) noexcept;
  collection(const collection &);
  collection &operator=(const collection &);
  ~collection();
  cursor find(bsoncxx::document::view_or_value filter,
              const options::find &options = options::find());
  bsoncxx::stdx::optional<bsoncxx::document::value>
  find_one(bsoncxx::document::view_or_value filter,
           const options::find &options = options::find());
  void insert_one(bsoncxx::document::view_or_value document,
                  const options::insert &options = options::insert());
  void delete_many(bsoncxx::document::view_or_value filter);
  std::int64_t count_documents(bsoncxx::document::view_or_value filter);
  change_stream
  watch(const options::change_stream &options = options::change_stream());
};

class cursor {
public:
  class iterator;
  cursor(cursor &&) noexcept;
  cursor &operator=(cursor &&) noexcept;
  ~cursor();
  iterator begin();
  iterator end();
};

class cursor::iterator {
public:
  iterator();
  const bsoncxx::document::view &operator*() const;
  const bsoncxx::document::view *operator->() const;
  iterator &operator++();
  void operator++(int);
  friend bool operator==(const iterator &, const iterator &);
  friend bool operator!=(const iterator &, const iterator &);
};

class change_stream {
public:
  change_stream(change_stream &&) noexcept;
  change_stream &operator=(change_stream &&) noexcept;
  ~change_stream();
};

class pool {
public:
  explicit pool(const uri &mongodb_uri = uri(),
                const options::pool &options = options::pool());
  ~pool();
  class entry {
  public:
    entry(entry &&) noexcept;
    entry &operator=(entry &&) noexcept;
    ~entry();
    client *operator->() const &noexcept;
    client &operator*() const &noexcept;
    explicit operator bool() const noexcept;
  };
  entry acquire();
  bsoncxx::stdx::optional<entry> try_acquire();
};

} // namespace v_noabi
} // namespace mongocxx
