# Builds the programs of a checkout once. Sourced behind jdk.sh by what runs them, with the checkout in $home.

# Whether something was built from the sources as they are: built STAMP
built() {
  local service
  [ -f "$1" ] || return 1
  [ -z "$(find "$home" \( -path '*/target' -o -path '*/node_modules' -o -path "$home/.git" \) -prune \
    -o \( -name pom.xml -o -path '*/src/main/*' \) -newer "$1" -print -quit)" ] || return 1
  for service in ingest normalize render; do
    [ -f "$home/$service-service/target/quarkus-app/quarkus-run.jar" ] || return 1
  done
}

# Packages a module and the services unless that was done: ensure_built MODULE
ensure_built() {
  local stamp=$home/$1/target/built begun
  if [ -n "${PRESSLINE_SKIP_BUILD:-}" ] || built "$stamp"; then return; fi
  begun=$(mktemp)
  echo "Building Pressline; the first time takes a few minutes." >&2
  if ! (cd "$home" && ./mvnw -q --batch-mode --no-transfer-progress -Dquick -DskipTests \
    -pl "$1,ingest-service,normalize-service,render-service" -am package) >&2; then
    rm -f "$begun"
    echo "pressline: the build failed, see above" >&2
    exit 1
  fi
  touch -r "$begun" "$stamp"
  rm -f "$begun"
}
