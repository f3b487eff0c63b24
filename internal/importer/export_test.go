package importer

// LimitSelf lets the children of tests run under the limits of a real one.
var LimitSelf = limitSelf
